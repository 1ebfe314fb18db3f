package org.tctf.communication.adapter.carrier;

/** What a message was to go to is not there any more: its provider works. */
final class Gone extends Refusal {
    private static final long serialVersionUID = 1L;

    Gone(RuntimeException why) {
        super(why);
    }
}
