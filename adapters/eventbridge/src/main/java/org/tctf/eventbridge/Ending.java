package org.tctf.eventbridge;

import java.time.Duration;

/** How an attempt at a message ended. */
sealed interface Ending {

    /** A consumer did it, now or before. */
    record Done() implements Ending {}

    /** It lies in the dead letters. */
    record Dead() implements Ending {}

    /** It comes again. */
    record Again(Duration after) implements Ending {}
}
