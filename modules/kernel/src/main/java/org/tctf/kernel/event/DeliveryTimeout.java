package org.tctf.kernel.event;

/** A consumer took longer than its subscription allows. */
public final class DeliveryTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeliveryTimeout(String why) {
        super(why, null, false, false);
    }
}
