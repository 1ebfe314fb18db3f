package org.tctf.authadmin.application;

import org.tctf.authadmin.domain.Point;

/** Port: marks on the ends of the audit chain that only we can make. */
public interface Seals {

    /** @param which {@code head} or {@code floor} */
    String seal(String which, Point point);

    /** Compares in constant time. */
    boolean isOurs(String which, Point point, String seal);
}
