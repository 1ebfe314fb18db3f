package org.tctf.authmfa.adapter.web;

import java.time.Instant;
import org.tctf.authmfa.application.PrepareAuthenticator;

/**
 * @param secret Base32, to type into an app that cannot scan
 * @param otpauthUri for an app on the same device
 * @param qrCode the same as a picture to scan, SVG
 * @param expiresAt the setup is to be completed before that
 */
record SetupView(String secret, String otpauthUri, String qrCode, Instant expiresAt) {

    static SetupView of(PrepareAuthenticator.Offer offer) {
        String uri = offer.uri().toString();
        return new SetupView(offer.secret(), uri, QrCodeSvg.of(uri), offer.until());
    }

    @Override
    public String toString() {
        return "SetupView[…]";
    }
}
