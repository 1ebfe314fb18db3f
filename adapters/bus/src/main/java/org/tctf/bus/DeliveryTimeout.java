package org.tctf.bus;

/** A consumer took longer than its subscription allows. */
final class DeliveryTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeliveryTimeout(String why) {
        super(why, null, false, false);
    }
}
