package org.tctf.authoauth.domain.provider;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks a member's browser to bring (OpenID Connect Core §3.1.2.1), proven to be well-formed and to
 * come from an application that we know, with a redirect URI of its own.
 *
 * @param scopes those that we know
 * @param codeChallenge the PKCE challenge, S256
 * @param maxAge seconds since the member last proved a credential, at most
 * @param loginHint whom the application expects; only shown
 * @param expectedMember whom the application has an id token of; nobody else will do
 * @param essentialAcrs one of these it must be; empty = any
 * @param idTokenClaims single claims asked for in the id token
 * @param userInfoClaims single claims asked for at the userinfo endpoint
 * @param locales languages for the pages, best first
 */
public record SignInRequest(
        String clientId,
        String redirectUri,
        List<String> scopes,
        ResponseMode responseMode,
        @Nullable String state,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Set<Prompt> prompts,
        @Nullable Integer maxAge,
        @Nullable String loginHint,
        @Nullable String expectedMember,
        List<String> essentialAcrs,
        List<String> idTokenClaims,
        List<String> userInfoClaims,
        List<String> locales) {

    public SignInRequest {
        scopes = List.copyOf(scopes);
        prompts = Set.copyOf(prompts);
        essentialAcrs = List.copyOf(essentialAcrs);
        idTokenClaims = List.copyOf(idTokenClaims);
        userInfoClaims = List.copyOf(userInfoClaims);
        locales = List.copyOf(locales);
    }

    /** How the answer travels. */
    public enum ResponseMode {
        QUERY,
        FORM_POST
    }

    /** What must happen, or must not. */
    public enum Prompt {
        NONE,
        LOGIN,
        CONSENT,
        SELECT_ACCOUNT
    }

    /** What the member is to agree to, single claims included. */
    public List<String> consentScopes() {
        List<String> withIdToken = Scopes.with(scopes, idTokenClaims);
        return Scopes.with(withIdToken, userInfoClaims);
    }

    public boolean is(Prompt prompt) {
        return prompts.contains(prompt);
    }
}
