package org.tctf.authoauth.application.external;

import org.jspecify.annotations.Nullable;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.ProvedIdentity;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Who somebody is at a provider, which has proved it.
 *
 * @param email only one that the provider has verified
 */
public record Claimed(
        ExternalIdentity identity,
        @Nullable EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName) {

    /** @throws Problem {@code EMAIL_NOT_VERIFIED} */
    ProvedIdentity withVerifiedEmail(String providerName) {
        if (email == null) {
            throw Problem.of(
                    Problem.Kind.UNPROCESSABLE,
                    "EMAIL_NOT_VERIFIED",
                    "%s knows no verified e-mail address of yours, or does not share it; verify it there, or let us see it, then try again."
                            .formatted(providerName));
        }
        return new ProvedIdentity(identity, email, firstName, lastName);
    }
}
