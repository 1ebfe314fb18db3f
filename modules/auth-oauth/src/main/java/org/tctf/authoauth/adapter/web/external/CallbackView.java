package org.tctf.authoauth.adapter.web.external;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.external.SignInElsewhere.Outcome;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.SignInAnswer;

/**
 * A {@link SignInAnswer}, or what there is to do first.
 *
 * @param status SIGNED_IN and MFA_REQUIRED as for every sign-in; SIGN_UP_REQUIRED: they are new, go on with the ticket;
 *     LINK_REQUIRED: their address has an account, sign in to it and link
 * @param ticket for POST /v1/account/signup/external, good for 15 minutes; only with SIGN_UP_REQUIRED
 * @param email the address that the provider has verified, masked
 * @param firstName as the provider says it; the person may type another
 */
record CallbackView(
        Status status,
        @Nullable String userId,
        @Nullable String sessionId,
        @Nullable String accessToken,
        @Nullable String tokenType,
        @Nullable Long expiresIn,
        @Nullable String refreshToken,
        @Nullable Long refreshExpiresIn,
        @Nullable String challenge,
        @Nullable Instant challengeExpiresAt,
        @Nullable String ticket,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName) {

    enum Status {
        SIGNED_IN,
        MFA_REQUIRED,
        SIGN_UP_REQUIRED,
        LINK_REQUIRED
    }

    static CallbackView of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.KnownMember(var step) -> of(SignInAnswer.of(step));
            case Outcome.SignUpRequired(var ticket, var person) -> of(Status.SIGN_UP_REQUIRED, ticket, person);
            case Outcome.LinkRequired(var person) -> of(Status.LINK_REQUIRED, null, person);
        };
    }

    private static CallbackView of(SignInAnswer answer) {
        return new CallbackView(
                switch (answer.status()) {
                    case SIGNED_IN -> Status.SIGNED_IN;
                    case MFA_REQUIRED -> Status.MFA_REQUIRED;
                },
                answer.userId(),
                answer.sessionId(),
                answer.accessToken(),
                answer.tokenType(),
                answer.expiresIn(),
                answer.refreshToken(),
                answer.refreshExpiresIn(),
                answer.challenge(),
                answer.challengeExpiresAt(),
                null,
                null,
                null,
                null);
    }

    private static CallbackView of(Status status, @Nullable String ticket, ProvedIdentity person) {
        return new CallbackView(
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ticket,
                person.email().masked(),
                person.firstName(),
                person.lastName());
    }

    @Override
    public String toString() {
        return "CallbackView[" + status + "]";
    }
}
