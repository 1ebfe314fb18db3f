package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.Issued;
import org.tctf.authoauth.application.provider.RedeemCode;
import org.tctf.authoauth.application.provider.RefreshGrant;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/** The token endpoint (OAuth 2.1 §3.2). */
@Controller("/oauth/token")
@PermitAll
@ProtocolRoute
class TokenController {
    private final Callers callers;
    private final RedeemCode redeemCode;
    private final RefreshGrant refreshGrant;
    private final PublicUrl url;

    TokenController(Callers callers, RedeemCode redeemCode, RefreshGrant refreshGrant, PublicUrl url) {
        this.callers = callers;
        this.redeemCode = redeemCode;
        this.refreshGrant = refreshGrant;
        this.url = url;
    }

    /**
     * Gives an application tokens for a code (grant_type=authorization_code, code, redirect_uri, code_verifier) or a
     * refresh token (grant_type=refresh_token, refresh_token, scope). Errors are those of RFC 6749 §5.2.
     */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "RFC 6749 §5.1, with an id_token where openid was granted.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> token(HttpRequest<?> http, @Nullable @Body String form) {
        try {
            TokenRequest request = TokenRequest.parse(Wire.request(http, url, form));
            Client client = callers.prove(request.getClientAuthentication(), request.getClientID());
            return Wire.answer(response(issue(client, request)).toHTTPResponse());
        } catch (ParseException unreadable) {
            return Wire.answer(new TokenErrorResponse(Wire.error(unreadable)).toHTTPResponse());
        } catch (Refusal refusal) {
            return Wire.answer(new TokenErrorResponse(Wire.error(refusal)).toHTTPResponse());
        }
    }

    private Issued issue(Client client, TokenRequest request) {
        return switch (request.getAuthorizationGrant()) {
            case AuthorizationCodeGrant grant ->
                redeemCode.redeem(
                        client,
                        grant.getAuthorizationCode().getValue(),
                        grant.getRedirectionURI() == null
                                ? null
                                : grant.getRedirectionURI().toString(),
                        grant.getCodeVerifier() == null
                                ? null
                                : grant.getCodeVerifier().getValue());
            case RefreshTokenGrant grant ->
                refreshGrant.refresh(client, grant.getRefreshToken().getValue(), scopes(request.getScope()));
            default ->
                throw Refusal.of(
                        OAuth2Error.UNSUPPORTED_GRANT_TYPE.getCode(), "Use authorization_code or refresh_token.");
        };
    }

    private static List<String> scopes(@Nullable Scope asked) {
        return asked == null ? List.of() : Scopes.known(asked.toStringList());
    }

    private static AccessTokenResponse response(Issued issued) {
        BearerAccessToken access = new BearerAccessToken(
                issued.accessToken(),
                issued.expiresIn(),
                new Scope(issued.scopes().toArray(String[]::new)));
        String refreshToken = issued.refreshToken();
        RefreshToken refresh = refreshToken == null ? null : new RefreshToken(refreshToken);
        String idToken = issued.idToken();
        return idToken == null
                ? new AccessTokenResponse(new Tokens(access, refresh))
                : new OIDCTokenResponse(new OIDCTokens(idToken, access, refresh));
    }
}
