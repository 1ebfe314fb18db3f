package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.authoauth.application.external.Claimed;
import org.tctf.authoauth.application.external.ForeignProofs.Return;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.identity.ExternalIdentity;
import org.tctf.kernel.Problem;

/**
 * An OpenID provider by its discovery document (OpenID Connect Discovery §4): code with PKCE, and an id token whose
 * signature, issuer, audience, times and nonce the protocol library checks (OpenID Connect Core §3.1.3.7). The library asks
 * the machine's clock for the token's times, since they are somebody else's.
 */
final class OpenIdUpstream implements Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdUpstream.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    private final Issuer issuer;
    private final Ours ours;
    private final GuardedUpstream upstream;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    OpenIdUpstream(String issuer, Ours ours, GuardedUpstream upstream, InstantSource clock) {
        this.issuer = new Issuer(issuer);
        this.ours = ours;
        this.upstream = upstream;
        this.clock = clock;
    }

    @Override
    public URI ask(AttemptSecret secret, URI redirectUri, String state) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), ours.id(), redirectUri)
                .endpointURI(discovered().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(secret.nonce()))
                .codeChallenge(new CodeVerifier(secret.codeVerifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Claimed prove(Return back, Secret clientSecret) {
        Known here = discovered();
        requireIssuer(here.metadata(), back.issuer());
        OIDCTokenResponse tokens = redeem(here.metadata(), back, clientSecret);
        try {
            IDTokenClaimsSet claims = validator(here)
                    .validate(
                            tokens.getOIDCTokens().getIDToken(),
                            new Nonce(back.secret().nonce()));
            return claimed(here.metadata(), claims, tokens.getOIDCTokens().getAccessToken());
        } catch (KeySourceException noKeys) {
            throw upstream.unavailable();
        } catch (BadJOSEException | JOSEException wrong) {
            throw refused("its id token", wrong);
        }
    }

    /** Which server has answered, where it says so: or one could pass off another's code as its own (RFC 9207 §2.4). */
    private void requireIssuer(OIDCProviderMetadata metadata, @Nullable String said) {
        boolean isRight =
                said == null ? !metadata.supportsAuthorizationResponseIssuerParam() : said.equals(issuer.getValue());
        if (!isRight) {
            throw ours.refused();
        }
    }

    private OIDCTokenResponse redeem(OIDCProviderMetadata metadata, Return back, Secret clientSecret) {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(back.code()),
                URI.create(back.redirectUri()),
                new CodeVerifier(back.secret().codeVerifier()));
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), authentication(metadata, clientSecret), grant)
                .build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(upstream.send(request.toHTTPRequest()));
            if (response instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens;
            }
            LOG.info(
                    "{} gave no tokens: {}",
                    issuer,
                    response.indicatesSuccess()
                            ? "no id token"
                            : String.valueOf(
                                    response.toErrorResponse().getErrorObject().getCode()));
            throw ours.refused();
        } catch (ParseException unreadable) {
            throw refused("its token endpoint", unreadable);
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata, Secret clientSecret) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean isPostOnly = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return isPostOnly
                ? new ClientSecretPost(ours.id(), clientSecret)
                : new ClientSecretBasic(ours.id(), clientSecret);
    }

    private IDTokenValidator validator(Known here) {
        List<JWSAlgorithm> announced = here.metadata().getIDTokenJWSAlgs();
        Set<JWSAlgorithm> algorithms = announced == null
                ? Set.of(JWSAlgorithm.RS256)
                : announced.stream().filter(ALGORITHMS::contains).collect(Collectors.toUnmodifiableSet());
        return new IDTokenValidator(issuer, ours.id(), new JWSVerificationKeySelector<>(algorithms, here.keys()), null);
    }

    /** What the id token does not say of the person, the userinfo endpoint may. */
    private Claimed claimed(OIDCProviderMetadata metadata, IDTokenClaimsSet idToken, AccessToken accessToken) {
        ClaimsSet person = idToken;
        if (idToken.getStringClaim("email") == null && metadata.getUserInfoEndpointURI() != null) {
            person = userInfo(metadata.getUserInfoEndpointURI(), idToken, accessToken);
        }
        String email = person.getStringClaim("email");
        return new Claimed(
                new ExternalIdentity(issuer.getValue(), idToken.getSubject().getValue()),
                isTrue(person.getClaim("email_verified")) ? Addresses.of(email) : null,
                Names.of(person.getStringClaim("given_name")),
                Names.of(person.getStringClaim("family_name")));
    }

    private ClaimsSet userInfo(URI endpoint, IDTokenClaimsSet idToken, AccessToken accessToken) {
        try {
            HTTPResponse answer = upstream.send(new UserInfoRequest(endpoint, accessToken).toHTTPRequest());
            UserInfoResponse response = UserInfoResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                throw ours.refused();
            }
            ClaimsSet person = response.toSuccessResponse().getUserInfo();
            if (person == null || !idToken.getSubject().getValue().equals(person.getStringClaim("sub"))) {
                throw ours.refused();
            }
            return person;
        } catch (ParseException unreadable) {
            throw refused("its userinfo endpoint", unreadable);
        }
    }

    /** Some write it as text. */
    private static boolean isTrue(@Nullable Object claim) {
        return "true".equals(Objects.toString(claim));
    }

    private Known discovered() {
        Known here = known;
        if (here == null || !clock.instant().isBefore(here.until())) {
            here = discover(here);
            known = here;
        }
        return here;
    }

    private Known discover(@Nullable Known before) {
        try {
            URI address = OIDCProviderMetadata.resolveURL(issuer).toURI();
            HTTPResponse answer = upstream.send(new HTTPRequest(HTTPRequest.Method.GET, address));
            answer.ensureStatusCode(200);
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBody());
            boolean isWhole = issuer.equals(metadata.getIssuer())
                    && Stream.of(
                                    metadata.getAuthorizationEndpointURI(),
                                    metadata.getTokenEndpointURI(),
                                    metadata.getJWKSetURI())
                            .allMatch(Objects::nonNull);
            if (!isWhole) {
                LOG.warn("the discovery document of {} is of another issuer, or says no endpoints", issuer);
                throw upstream.unavailable();
            }
            return new Known(metadata, keys(metadata, before), clock.instant().plus(KNOWN_FOR));
        } catch (GeneralException | URISyntaxException | MalformedURLException unreadable) {
            LOG.warn("the discovery document of {} cannot be read: {}", issuer, unreadable.getMessage());
            throw upstream.unavailable();
        }
    }

    /** Cached, and asked for again when a token names a key that is not there: the issuer has changed its keys. */
    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata, @Nullable Known before)
            throws MalformedURLException {
        URI address = metadata.getJWKSetURI();
        if (before != null && address.equals(before.metadata().getJWKSetURI())) {
            return before.keys();
        }
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), _ -> {
                    try {
                        HTTPResponse answer = upstream.send(new HTTPRequest(HTTPRequest.Method.GET, address));
                        answer.ensureStatusCode(200);
                        return new Resource(answer.getBody(), "application/json");
                    } catch (Problem | ParseException failed) {
                        throw new IOException(failed);
                    }
                })
                .build();
    }

    private Problem refused(String what, Exception why) {
        LOG.info("{} of {} is refused: {}", what, issuer, why.getMessage());
        return ours.refused();
    }
}
