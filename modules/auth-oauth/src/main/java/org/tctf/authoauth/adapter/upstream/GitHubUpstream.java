package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.JSONArrayUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.authoauth.application.external.Claimed;
import org.tctf.authoauth.application.external.ForeignProofs.Return;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.ExternalIdentity;
import org.tctf.kernel.EmailAddress;

/**
 * GitHub, which has no id tokens: a code is redeemed for a token that the API tells its owner of. The account's number is
 * the subject, since names can be changed and taken by others; the address is the primary one, if verified.
 */
final class GitHubUpstream implements Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(GitHubUpstream.class);

    private final String server;
    private final String api;
    private final String authority;
    private final Ours ours;
    private final GuardedUpstream upstream;

    GitHubUpstream(SignInProvider provider, GuardedUpstream upstream) {
        server = provider.issuer();
        api = server.equals(ProviderKind.GITHUB.usualIssuer()) ? "https://api.github.com" : server + "/api/v3";
        authority = provider.authority();
        ours = new Ours(new ClientID(provider.clientId()), provider.name());
        this.upstream = upstream;
    }

    @Override
    public URI ask(AttemptSecret secret, URI redirectUri, String state) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, ours.id())
                .endpointURI(URI.create(server + "/login/oauth/authorize"))
                .redirectionURI(redirectUri)
                .scope(new Scope("read:user", "user:email"))
                .state(new State(state))
                .codeChallenge(new CodeVerifier(secret.codeVerifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Claimed prove(Return back, Secret clientSecret) {
        if (back.issuer() != null && !back.issuer().equals(server + "/login/oauth")) {
            throw ours.refused();
        }
        try {
            AccessToken token = redeem(back, clientSecret);
            Map<String, Object> user = get("/user", token).getBodyAsJSONObject();
            if (!(user.get("id") instanceof Number number)) {
                throw ours.refused();
            }
            String[] name =
                    String.valueOf(user.getOrDefault("name", "")).strip().split("\\s+", 2);
            boolean isNamed = user.get("name") != null;
            return new Claimed(
                    new ExternalIdentity(authority, Long.toString(number.longValue())),
                    primary(token),
                    isNamed ? Names.of(name[0]) : null,
                    isNamed && name.length > 1 ? Names.of(name[1]) : null);
        } catch (ParseException unreadable) {
            LOG.info("{} answered what cannot be read: {}", server, unreadable.getMessage());
            throw ours.refused();
        }
    }

    /** GitHub says 200 of a code that it refuses, with an error in the body, and names scopes with commas. */
    private AccessToken redeem(Return back, Secret clientSecret) throws ParseException {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(back.code()),
                URI.create(back.redirectUri()),
                new CodeVerifier(back.secret().codeVerifier()));
        HTTPRequest request = new TokenRequest.Builder(
                        URI.create(server + "/login/oauth/access_token"),
                        new ClientSecretPost(ours.id(), clientSecret),
                        grant)
                .build()
                .toHTTPRequest();
        request.setHeader("Accept", "application/json");
        HTTPResponse answer = upstream.send(request);
        if (answer.getStatusCode() == 200 && answer.getBodyAsJSONObject().get("error") instanceof String error) {
            LOG.info("{} refused a code: {}", server, error);
            throw ours.refused();
        }
        TokenResponse response = TokenResponse.parse(answer);
        if (!response.indicatesSuccess()) {
            throw ours.refused();
        }
        return response.toSuccessResponse().getTokens().getAccessToken();
    }

    private @Nullable EmailAddress primary(AccessToken token) throws ParseException {
        List<Object> emails = JSONArrayUtils.parse(get("/user/emails", token).getBody());
        for (Object email : emails) {
            if (email instanceof Map<?, ?> one
                    && Boolean.TRUE.equals(one.get("primary"))
                    && Boolean.TRUE.equals(one.get("verified"))) {
                return Addresses.of(String.valueOf(one.get("email")));
            }
        }
        return null;
    }

    private HTTPResponse get(String path, AccessToken token) throws ParseException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(api + path));
        request.setAuthorization(token.toAuthorizationHeader());
        request.setHeader("Accept", "application/vnd.github+json");
        request.setHeader("X-GitHub-Api-Version", "2022-11-28");
        request.setHeader("User-Agent", "tctf");
        HTTPResponse answer = upstream.send(request);
        if (answer.getStatusCode() != 200) {
            LOG.info("{} answered {} of {}", server, answer.getStatusCode(), path);
            throw ours.refused();
        }
        return answer;
    }
}
