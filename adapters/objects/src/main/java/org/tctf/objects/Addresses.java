package org.tctf.objects;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.web.PublicUrl;

/**
 * Addresses of this platform with a ticket in them and its HMAC-SHA256. It stands in the query, which neither logs nor
 * traces keep.
 */
final class Addresses {
    private static final String SECRET = "object-addresses";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int MAX_CHARACTERS = 2048;

    private final Secrets secrets;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    Addresses(Secrets secrets, PublicUrl publicUrl, InstantSource clock) {
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    URI of(Ticket ticket) {
        byte[] said = ticket.bytes();
        byte[] mac = mac(secrets.named(SECRET), said);
        byte[] both = new byte[MAC_BYTES + said.length];
        System.arraycopy(mac, 0, both, 0, MAC_BYTES);
        System.arraycopy(said, 0, both, MAC_BYTES, said.length);
        return publicUrl.at(
                Gate.PATH, Gate.TICKET, Base64.getUrlEncoder().withoutPadding().encodeToString(both));
    }

    /** @throws Problem {@code ADDRESS_NOT_VALID} when it was not made here, {@code ADDRESS_EXPIRED} when it is over */
    Ticket ticket(String text) {
        Ticket ticket = Ticket.parse(proven(text));
        if (!clock.instant().isBefore(ticket.ends())) {
            throw Problem.forbidden("ADDRESS_EXPIRED", "This address has expired; ask for a new one.");
        }
        return ticket;
    }

    private byte[] proven(String text) {
        byte[] both = decoded(text);
        byte[] said = new byte[both.length - MAC_BYTES];
        byte[] mac = new byte[MAC_BYTES];
        System.arraycopy(both, 0, mac, 0, MAC_BYTES);
        System.arraycopy(both, MAC_BYTES, said, 0, said.length);
        for (byte[] secret : secrets.accepted(SECRET)) {
            if (MessageDigest.isEqual(mac(secret, said), mac)) {
                return said;
            }
        }
        throw notValid();
    }

    /** Only the one way to write it: an address with a changed character is another one. */
    private static byte[] decoded(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw notValid();
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(text);
            if (both.length > MAC_BYTES
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(both)
                            .equals(text)) {
                return both;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the same answer
        }
        throw notValid();
    }

    static Problem notValid() {
        return Problem.forbidden(
                "ADDRESS_NOT_VALID",
                "This is not an address that was given out; ask for a new one, and use it unchanged.");
    }

    private static byte[] mac(byte[] secret, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(said);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
