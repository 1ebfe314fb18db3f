package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Instant;

/** Where a subscriber stands with one list, since when. */
public sealed interface Membership {

    Instant since();

    /** Somebody asked in the address's name; its owner has not said yes yet. */
    record Pending(Instant since) implements Membership {}

    /** Gets what goes to the list. */
    record Confirmed(Instant since, Source source) implements Membership {}

    /** Gets it no more. */
    record Left(Instant since, Departure why) implements Membership {}
}
