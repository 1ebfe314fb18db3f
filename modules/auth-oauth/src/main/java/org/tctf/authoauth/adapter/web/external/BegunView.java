package org.tctf.authoauth.adapter.web.external;

import java.time.Instant;
import org.tctf.authoauth.application.external.Begun;

/**
 * @param authorizationUrl where the browser goes
 * @param attempt a secret for the client to keep, as in the page's session storage; never in an address
 * @param expiresAt until when the browser has to be back
 */
record BegunView(String authorizationUrl, String attempt, Instant expiresAt) {

    static BegunView of(Begun begun) {
        return new BegunView(
                begun.authorizationUrl().toString(), begun.attempt().value(), begun.until());
    }

    @Override
    public String toString() {
        return "BegunView[…]";
    }
}
