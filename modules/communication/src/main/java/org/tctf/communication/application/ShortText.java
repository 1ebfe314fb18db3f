package org.tctf.communication.application;

/** What the words for a phone may show: one record for each, and nothing in it that they do not use. */
public sealed interface ShortText {

    /** @param minutes how long the code is still good, rounded up */
    record CodeToRead(String code, long minutes) implements ShortText {}

    /** @param digits one by one, as they are to be spoken */
    record CodeToHear(String digits) implements ShortText {}
}
