package org.tctf.activity.domain;

import java.time.Duration;
import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;

/**
 * Five minutes in which what several people do to one thing is gathered, to be told once: "Ada and 12 others liked…".
 *
 * <p>At most one is open for a member, a type of fact and a thing. Who joins must find it open in the same write; it is
 * closed in one write and counted after that, so nobody can join and not be counted, and a later comer opens the next.
 *
 * @param type of the facts in it
 */
@Entity
public record Window(@Identity String id, String memberId, String type, String about) {
    public static final Duration LENGTH = Duration.ofMinutes(5);
}
