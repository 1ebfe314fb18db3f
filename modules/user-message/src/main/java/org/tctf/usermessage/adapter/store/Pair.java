package org.tctf.usermessage.adapter.store;

/** Two members, whichever is named first. */
final class Pair {

    /** The conversation that they have. */
    record Has(String conversationId) {}

    private Pair() {}

    static String of(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }
}
