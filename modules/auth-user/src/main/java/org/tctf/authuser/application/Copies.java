package org.tctf.authuser.application;

import java.net.URI;
import java.util.SortedMap;

/** Port: the finished copies. */
public interface Copies {

    /**
     * Puts a copy together.
     *
     * @param files what is in it, by name
     */
    void make(String userId, String exportId, SortedMap<String, String> files);

    /** Where it can be fetched for a quarter of an hour. */
    URI address(String userId, String exportId);

    /** Deletes all copies of a member. */
    void forget(String userId);
}
