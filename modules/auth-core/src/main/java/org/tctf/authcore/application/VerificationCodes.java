package org.tctf.authcore.application;

import java.util.List;
import java.util.Optional;
import org.tctf.authcore.domain.MailedProof;

/** Port: codes and links that prove an address. Both are bound to one challenge of one sign-up. */
public interface VerificationCodes {

    /** A link that was proved to be ours. */
    record Link(String signUpId, int challenge) {}

    /** A new random code, and the link. */
    MailedProof issue(String signUpId, int challenge);

    /** What a typed code may have been digested to when it was issued: more than one after the key was replaced. */
    List<String> digests(String signUpId, int challenge, String code);

    /** Reads a link's token; nothing when we did not make it. */
    Optional<Link> read(String linkToken);
}
