package org.tctf.messagingconsumers.domain.subscriber;

/**
 * Which of {@value #COUNT} parts a subscriber is in: of about one size, since ids are hashes, so that as many workers each
 * have one for themselves and no partition of the table is hot.
 */
public final class Shard {
    public static final int COUNT = 8;

    // Two digits of base 36 are 1,296 values, which 8 divides; one digit's 36 it does not.
    private static final int DIGITS = 2;

    private Shard() {}

    public static int of(String subscriberId) {
        return Integer.parseInt(subscriberId.substring(subscriberId.length() - DIGITS), Character.MAX_RADIX) % COUNT;
    }
}
