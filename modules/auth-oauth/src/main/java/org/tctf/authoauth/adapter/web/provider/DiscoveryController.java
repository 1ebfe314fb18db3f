package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tctf.authoauth.application.provider.IdTokens;
import org.tctf.authoauth.domain.provider.Authentication;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/** What relying parties configure themselves with. */
@Controller
@PermitAll
@ProtocolRoute
class DiscoveryController {
    private static final String KEPT = "public, max-age=300";

    private final PublicUrl url;
    private final IdTokens idTokens;
    private final String metadata;

    DiscoveryController(PublicUrl url, IdTokens idTokens) {
        this.url = url;
        this.idTokens = idTokens;
        metadata = metadata(url);
    }

    /** Describes this OpenID provider (OpenID Connect Discovery §4). */
    @Get("/.well-known/openid-configuration")
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "The provider's metadata.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> openIdConfiguration() {
        return kept(metadata);
    }

    /** Describes this authorization server (RFC 8414), by the same document. */
    @Get("/.well-known/oauth-authorization-server")
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "The server's metadata.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> authorizationServer() {
        return kept(metadata);
    }

    /**
     * The public keys of our id tokens, a JWK Set (RFC 7517). Look here again when an id token names a key that you don't
     * know.
     */
    @Get("/oauth/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "The keys that verify now.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> idTokenKeys() {
        return kept(idTokens.publicKeys());
    }

    private static HttpResponse<String> kept(String json) {
        return HttpResponse.ok(json).header("Cache-Control", KEPT);
    }

    private static String metadata(PublicUrl url) {
        OIDCProviderMetadata provider = new OIDCProviderMetadata(
                new Issuer(url.base()), List.of(SubjectType.PUBLIC), url.at("/oauth/jwks.json"));
        provider.setAuthorizationEndpointURI(url.at("/oauth/authorize"));
        provider.setTokenEndpointURI(url.at("/oauth/token"));
        provider.setUserInfoEndpointURI(url.at("/oauth/userinfo"));
        provider.setIntrospectionEndpointURI(url.at("/oauth/introspect"));
        provider.setRevocationEndpointURI(url.at("/oauth/revoke"));
        provider.setPushedAuthorizationRequestEndpointURI(url.at("/oauth/par"));
        provider.setRegistrationEndpointURI(url.at(SelfRegistrationController.PATH));
        provider.setEndSessionEndpointURI(url.at("/oauth/logout"));
        provider.setScopes(new Scope(Scopes.ALL.toArray(String[]::new)));
        provider.setResponseTypes(List.of(ResponseType.CODE));
        provider.setResponseModes(List.of(ResponseMode.QUERY, ResponseMode.FORM_POST));
        provider.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        provider.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        List<ClientAuthenticationMethod> confidential = List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        List<ClientAuthenticationMethod> all = new ArrayList<>(confidential);
        all.add(ClientAuthenticationMethod.NONE);
        List<JWSAlgorithm> proofs = List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
        provider.setTokenEndpointAuthMethods(all);
        provider.setTokenEndpointJWSAlgs(proofs);
        provider.setRevocationEndpointAuthMethods(all);
        provider.setRevocationEndpointJWSAlgs(proofs);
        provider.setIntrospectionEndpointAuthMethods(confidential);
        provider.setIntrospectionEndpointJWSAlgs(proofs);
        provider.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256));
        provider.setACRs(Authentication.ACRS.stream().map(ACR::new).toList());
        provider.setClaimTypes(List.of(ClaimType.NORMAL));
        provider.setClaims(Stream.concat(
                        Stream.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "at_hash"),
                        Scopes.ALL.stream()
                                .flatMap(
                                        scope -> Scopes.claimsOf(scope).stream().sorted()))
                .toList());
        provider.setPromptTypes(
                List.of(Prompt.Type.NONE, Prompt.Type.LOGIN, Prompt.Type.CONSENT, Prompt.Type.SELECT_ACCOUNT));
        provider.setUILocales(
                Words.LANGUAGES.stream().map(DiscoveryController::tag).toList());
        provider.setSupportsClaimsParams(true);
        provider.setSupportsRequestParam(false);
        provider.setSupportsRequestURIParam(false);
        provider.setSupportsAuthorizationResponseIssuerParam(true);
        provider.applyDefaults();
        return provider.toJSONObject().toJSONString();
    }

    private static LangTag tag(String language) {
        try {
            return LangTag.parse(language);
        } catch (LangTagException impossible) {
            throw new IllegalStateException(language + " is not a language", impossible);
        }
    }
}
