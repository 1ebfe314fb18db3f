package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.validation.constraints.Size;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.kernel.Problem;

/**
 * @param authentication how the application proves itself; NONE for those that run on their user's device
 * @param jwks public keys for PRIVATE_KEY_JWT, a JWK Set as JSON text
 * @param redirectUris https, or http on the user's own machine; compared exactly
 * @param postLogoutRedirectUris where a browser may be sent after a sign-out
 * @param scopes all that the application needs: openid, profile, email, offline_access; it can never ask for more
 * @param pkceOptional for relying parties with a secret that don't know PKCE
 * @param idTokenAlgorithm RS256 unless said otherwise
 */
record ClientForm(
        @Size(min = 1, max = ClientMetadata.MAX_NAME) String name,
        AuthenticationMethod authentication,
        @Nullable @Size(max = 8000) String jwks,
        @Size(min = 1, max = ClientMetadata.MAX_URIS) List<@Size(max = RedirectUri.MAX_LENGTH) String> redirectUris,

        @Nullable @Size(max = ClientMetadata.MAX_URIS)
        List<@Size(max = RedirectUri.MAX_LENGTH) String> postLogoutRedirectUris,

        @Size(min = 1, max = MAX_SCOPES) List<@Size(max = 20) String> scopes,
        @Nullable Boolean pkceOptional,
        @Nullable TokenAlgorithm idTokenAlgorithm) {

    private static final int MAX_SCOPES = 4;

    /** @throws Problem {@code INVALID_CLIENT}, {@code INVALID_REDIRECT_URI} */
    ClientMetadata metadata() {
        return new ClientMetadata(
                name.strip(),
                authentication,
                jwks == null ? null : publicKeys(jwks),
                uris(redirectUris),
                uris(postLogoutRedirectUris == null ? List.of() : postLogoutRedirectUris),
                scopes,
                Boolean.TRUE.equals(pkceOptional),
                idTokenAlgorithm == null ? TokenAlgorithm.RS256 : idTokenAlgorithm);
    }

    private static List<RedirectUri> uris(List<String> uris) {
        return uris.stream().map(RedirectUri::new).toList();
    }

    /** Whatever is private in it is not kept. */
    private static String publicKeys(String jwks) {
        try {
            JWKSet keys = JWKSet.parse(jwks).toPublicJWKSet();
            if (keys.isEmpty()) {
                throw wrongKeys();
            }
            return keys.toString(true);
        } catch (ParseException unreadable) {
            throw wrongKeys();
        }
    }

    private static Problem wrongKeys() {
        return Problem.invalid("INVALID_CLIENT", "The keys are not a JWK Set with a public key (RFC 7517).")
                .at("/jwks");
    }
}
