package org.tctf.communication.adapter.hook;

import java.net.UnknownHostException;

/** A name that leads nowhere, or where we do not go. */
final class NotAPublicAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotAPublicAddress(String host) {
        super(host + " leads to no public address");
    }
}
