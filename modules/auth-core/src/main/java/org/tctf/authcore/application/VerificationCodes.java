package org.tctf.authcore.application;

import java.util.Optional;
import org.tctf.authcore.domain.MailedProof;

/** Port: codes and links that prove an address. Both are bound to one challenge of one sign-up. */
public interface VerificationCodes {

    /** A link that was proved to be ours. */
    record Link(String signUpId, int challenge) {}

    /** A new random code, and the link. */
    MailedProof issue(String signUpId, int challenge);

    /** What a typed code digests to. */
    String digest(String signUpId, int challenge, String code);

    /** Reads a link's token; nothing when we did not make it. */
    Optional<Link> read(String linkToken);
}
