package org.tctf.communication.adapter.carrier;

/** A provider will never take this message, whatever kind of provider it is. */
class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(RuntimeException why) {
        super(why.getMessage(), why);
    }
}
