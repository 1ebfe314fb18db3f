package org.tctf.authcore.adapter.web;

import org.tctf.authcore.application.SignIn;

/**
 * @param userId the member's id
 * @param accessToken for the header {@code Authorization: Bearer …}
 * @param expiresIn seconds
 * @param refreshToken good for one refresh
 * @param refreshExpiresIn seconds until the session is over
 */
record SignedInView(
        String userId,
        String sessionId,
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn) {

    static SignedInView of(SignIn.SignedInMember member) {
        TokensView tokens = TokensView.of(member.tokens());
        return new SignedInView(
                member.userId(),
                tokens.sessionId(),
                tokens.accessToken(),
                tokens.tokenType(),
                tokens.expiresIn(),
                tokens.refreshToken(),
                tokens.refreshExpiresIn());
    }

    @Override
    public String toString() {
        return "SignedInView[of session " + sessionId + "]";
    }
}
