package org.tctf.communication.domain;

import java.net.URI;
import java.util.Base64;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;

/**
 * Where a browser can be pushed to and what for its eyes only is sealed with, as its {@code PushSubscription} says (Push API
 * §8; RFC 8291 §2).
 *
 * @param p256dh its public key, base64url
 * @param auth the secret that it shares with us, base64url
 */
@ValueObject
public record BrowserSubscription(URI endpoint, String p256dh, String auth) {
    /** Those of today's push services have 150 to 800 characters. */
    private static final int LONGEST = 2_000;

    private static final int AUTH_BYTES = 16;

    /** @throws Problem {@code INVALID_PUSH_ENDPOINT}, {@code INVALID_PUSH_KEY}, {@code INVALID_PUSH_SECRET} */
    public static BrowserSubscription of(String endpoint, String p256dh, String auth) {
        URI address = HookUrl.address(
                endpoint,
                LONGEST,
                why -> Problem.invalid("INVALID_PUSH_ENDPOINT", "This is no push service's address: " + why + ".")
                        .at("/endpoint"));
        if (!PointOnP256.isOne(bytes(p256dh))) {
            throw Problem.invalid(
                            "INVALID_PUSH_KEY",
                            "p256dh is no point on P-256, uncompressed, in base64url; send what toJSON() of the browser's"
                                    + " subscription gives.")
                    .at("/keys/p256dh");
        }
        if (bytes(auth).length != AUTH_BYTES) {
            throw Problem.invalid(
                            "INVALID_PUSH_SECRET",
                            "auth is not %d bytes in base64url; send what toJSON() of the browser's subscription gives."
                                    .formatted(AUTH_BYTES))
                    .at("/keys/auth");
        }
        return new BrowserSubscription(address, p256dh, auth);
    }

    /** The same for the same browser; nobody comes from it to the endpoint. */
    public String id() {
        return Hashes.sha256(endpoint.toString());
    }

    /** Not what is secret of it. */
    @Override
    public String toString() {
        return "BrowserSubscription[" + id() + "]";
    }

    private static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException isNot) {
            return new byte[0];
        }
    }
}
