package org.tctf.kernel.phone;

/** How a message gets to a phone. */
public enum Medium {
    /** It is read. */
    SMS,
    /** It is read out. */
    CALL
}
