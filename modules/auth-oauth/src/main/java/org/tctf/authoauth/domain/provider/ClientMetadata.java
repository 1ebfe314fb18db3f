package org.tctf.authoauth.domain.provider;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * What an application's owner says of it.
 *
 * @param jwks its public keys, a JWK Set as JSON; only with {@code PRIVATE_KEY_JWT}
 * @param postLogoutRedirectUris where a browser may be sent after a sign-out
 * @param scopes all that it may ever ask its users for
 * @param pkceOptional whether it may do without PKCE: for relying parties from before OAuth 2.1 that keep a secret
 */
public record ClientMetadata(
        String name,
        AuthenticationMethod authentication,
        @Nullable String jwks,
        List<RedirectUri> redirectUris,
        List<RedirectUri> postLogoutRedirectUris,
        List<String> scopes,
        boolean pkceOptional,
        TokenAlgorithm idTokenAlgorithm) {
    public static final int MAX_NAME = 60;
    public static final int MAX_URIS = 10;

    /** @throws Problem {@code INVALID_CLIENT} when it contradicts itself */
    public ClientMetadata {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        scopes = List.copyOf(scopes);
        require(
                !scopes.isEmpty()
                        && Scopes.ALL.containsAll(scopes)
                        && Set.copyOf(scopes).size() == scopes.size(),
                "/scopes",
                "Name what the application needs, of %s.".formatted(String.join(", ", Scopes.ALL)));
        require(
                !name.isBlank() && name.length() <= MAX_NAME && name.chars().noneMatch(Character::isISOControl),
                "/name",
                "An application's name is one line of 1 to %d characters.".formatted(MAX_NAME));
        require(
                !redirectUris.isEmpty() && redirectUris.size() <= MAX_URIS && postLogoutRedirectUris.size() <= MAX_URIS,
                "/redirectUris",
                "Name 1 to %d redirect URIs.".formatted(MAX_URIS));
        require(
                (authentication == AuthenticationMethod.PRIVATE_KEY_JWT) == (jwks != null),
                "/jwks",
                "Public keys belong to PRIVATE_KEY_JWT, and only there.");
        require(
                !(pkceOptional && authentication == AuthenticationMethod.NONE),
                "/pkceOptional",
                "An application without a secret always needs PKCE.");
    }

    private static void require(boolean holds, String pointer, String otherwise) {
        if (!holds) {
            throw Problem.invalid("INVALID_CLIENT", otherwise).at(pointer);
        }
    }
}
