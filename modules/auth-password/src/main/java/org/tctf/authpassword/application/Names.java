package org.tctf.authpassword.application;

import java.util.List;

/** Port: what everybody knows of a member, and so must not make up a password. */
public interface Names {

    void learn(String accountId, List<String> names);

    /** None of a member whose names are not known yet. */
    List<String> of(String accountId);

    void forget(String accountId);
}
