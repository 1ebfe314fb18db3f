package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.kernel.Problem;

/**
 * What an application says of itself (RFC 7591 §2, OpenID Connect Dynamic Client Registration §2), as the protocol library
 * has it and as we keep it. What we do not know is not kept, and so is not answered; what we cannot do is refused.
 */
final class DynamicMetadata {
    private static final Map<ClientAuthenticationMethod, AuthenticationMethod> METHODS = Map.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC, AuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST, AuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT, AuthenticationMethod.PRIVATE_KEY_JWT,
            ClientAuthenticationMethod.NONE, AuthenticationMethod.NONE);
    private static final Set<GrantType> GRANTS = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);

    private DynamicMetadata() {}

    /** @throws Refusal {@code invalid_redirect_uri}, {@code invalid_client_metadata} */
    static ClientMetadata read(OIDCClientMetadata said) {
        said.applyDefaults();
        AuthenticationMethod method = METHODS.get(said.getTokenEndpointAuthMethod());
        TokenAlgorithm algorithm = algorithm(said.getIDTokenJWSAlg());
        require(method != null, "Use a token_endpoint_auth_method that the discovery document names.");
        require(algorithm != null, "Use the id_token_signed_response_alg RS256 or ES256.");
        require(said.getJWKSetURI() == null, "Register the keys themselves as jwks, not a jwks_uri.");
        require(
                Set.of(ResponseType.CODE).equals(said.getResponseTypes()) && GRANTS.containsAll(said.getGrantTypes()),
                "Use the response type code, and the grants authorization_code and refresh_token.");
        try {
            return new ClientMetadata(
                    Objects.requireNonNullElse(said.getName(), "An application").strip(),
                    Objects.requireNonNull(method),
                    keys(said.getJWKSet()),
                    uris(said.getRedirectionURIs()),
                    uris(said.getPostLogoutRedirectionURIs()),
                    scopes(said.getScope()),
                    false,
                    Objects.requireNonNull(algorithm));
        } catch (Problem refused) {
            throw Refusal.of(
                    refused.code().equals("INVALID_REDIRECT_URI") ? "invalid_redirect_uri" : "invalid_client_metadata",
                    refused.detail().replace('"', ' '));
        }
    }

    static OIDCClientMetadata write(ClientMetadata kept) {
        OIDCClientMetadata said = new OIDCClientMetadata();
        said.setName(kept.name());
        said.setRedirectionURIs(wire(kept.redirectUris()));
        if (!kept.postLogoutRedirectUris().isEmpty()) {
            said.setPostLogoutRedirectionURIs(wire(kept.postLogoutRedirectUris()));
        }
        said.setScope(new Scope(kept.scopes().toArray(String[]::new)));
        said.setResponseTypes(Set.of(ResponseType.CODE));
        said.setGrantTypes(
                kept.scopes().contains(Scopes.OFFLINE_ACCESS)
                        ? new LinkedHashSet<>(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN))
                        : Set.of(GrantType.AUTHORIZATION_CODE));
        METHODS.forEach((method, ours) -> {
            if (ours == kept.authentication()) {
                said.setTokenEndpointAuthMethod(method);
            }
        });
        said.setIDTokenJWSAlg(JWSAlgorithm.parse(kept.idTokenAlgorithm().name()));
        if (kept.jwks() != null) {
            said.setJWKSet(parsed(kept.jwks()));
        }
        return said;
    }

    private static @Nullable TokenAlgorithm algorithm(@Nullable JWSAlgorithm asked) {
        return asked == null || asked.equals(JWSAlgorithm.RS256)
                ? TokenAlgorithm.RS256
                : asked.equals(JWSAlgorithm.ES256) ? TokenAlgorithm.ES256 : null;
    }

    /** Whatever is private in it is not kept. */
    private static @Nullable String keys(@Nullable JWKSet keys) {
        return keys == null ? null : keys.toPublicJWKSet().toString(true);
    }

    private static List<RedirectUri> uris(@Nullable Collection<URI> uris) {
        return uris == null
                ? List.of()
                : uris.stream().map(uri -> new RedirectUri(uri.toString())).toList();
    }

    private static Set<URI> wire(List<RedirectUri> uris) {
        return uris.stream().map(uri -> URI.create(uri.value())).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> scopes(@Nullable Scope asked) {
        List<String> known = asked == null ? List.of() : Scopes.known(asked.toStringList());
        return known.isEmpty() ? List.of(Scopes.OPENID) : known;
    }

    private static JWKSet parsed(String jwks) {
        try {
            return JWKSet.parse(jwks);
        } catch (ParseException damaged) {
            throw new IllegalStateException("an application's keys are damaged", damaged);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Refusal.of("invalid_client_metadata", otherwise);
        }
    }
}
