package org.tctf.authoauth.domain.external;

import java.time.Instant;
import org.tctf.kernel.crypto.Hashes;

/**
 * A link that is being made, or taken out.
 *
 * @param linkId for members; says nothing of the subject
 * @param isLinked whether it is there once this is done
 * @param keptSession goes on when others end
 */
public record LinkChange(
        String id,
        String userId,
        String linkId,
        String provider,
        boolean isLinked,
        String keptSession,
        Instant startedAt) {

    /** A link's id. */
    public static String linkId(String issuer, String subject) {
        return Hashes.sha256(issuer.length() + " " + issuer + subject);
    }

    /** What is to be told once it is done. */
    public Object fact() {
        return isLinked ? new IdentityLinked(userId, linkId, provider) : new IdentityUnlinked(userId, linkId, provider);
    }
}
