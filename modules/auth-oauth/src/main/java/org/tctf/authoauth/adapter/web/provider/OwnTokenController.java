package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
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
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.IntrospectToken;
import org.tctf.authoauth.application.provider.RevokeToken;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.IssuedToken;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/** What an application asks of its own tokens: whether one is good (RFC 7662), and that one be good no more (RFC 7009). */
@Controller("/oauth")
@PermitAll
@ProtocolRoute
class OwnTokenController {
    private final Callers callers;
    private final IntrospectToken introspectToken;
    private final RevokeToken revokeToken;
    private final PublicUrl url;

    OwnTokenController(Callers callers, IntrospectToken introspectToken, RevokeToken revokeToken, PublicUrl url) {
        this.callers = callers;
        this.introspectToken = introspectToken;
        this.revokeToken = revokeToken;
        this.url = url;
    }

    /** Says whether a token is good, to the application that holds it and can prove itself (token). */
    @Post("/introspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "RFC 7662 §2.2.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> introspect(HttpRequest<?> http, @Nullable @Body String form) {
        try {
            TokenIntrospectionRequest request = TokenIntrospectionRequest.parse(Wire.request(http, url, form));
            if (request.getClientAuthentication() == null) {
                throw Refusal.of("invalid_client", "Only an application that proves itself may ask.");
            }
            Client client = callers.prove(request.getClientAuthentication(), null);
            return Wire.answer(introspectToken
                    .of(client, request.getToken().getValue())
                    .map(this::active)
                    .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build())
                    .toHTTPResponse());
        } catch (ParseException unreadable) {
            return Wire.answer(new TokenIntrospectionErrorResponse(Wire.error(unreadable)).toHTTPResponse());
        } catch (Refusal refusal) {
            return Wire.answer(new TokenIntrospectionErrorResponse(Wire.error(refusal)).toHTTPResponse());
        }
    }

    /** Takes back a token that an application no longer needs; a refresh token with all that came of it (token). */
    @Post("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "200", description = "It is good no more, if it ever was one of this application's.")
    HttpResponse<String> revoke(HttpRequest<?> http, @Nullable @Body String form) {
        try {
            TokenRevocationRequest request = TokenRevocationRequest.parse(Wire.request(http, url, form));
            Client client = callers.prove(request.getClientAuthentication(), request.getClientID());
            revokeToken.revoke(client, request.getToken().getValue());
            return Wire.answer(new HTTPResponse(HTTPResponse.SC_OK));
        } catch (ParseException unreadable) {
            return Wire.answer(new TokenErrorResponse(Wire.error(unreadable)).toHTTPResponse());
        } catch (Refusal refusal) {
            return Wire.answer(new TokenErrorResponse(Wire.error(refusal)).toHTTPResponse());
        }
    }

    private TokenIntrospectionSuccessResponse active(IssuedToken token) {
        TokenIntrospectionSuccessResponse.Builder active = new TokenIntrospectionSuccessResponse.Builder(true)
                .scope(new Scope(token.scopes().toArray(String[]::new)))
                .clientID(new ClientID(token.clientId()))
                .issuer(new Issuer(url.base()))
                .subject(new Subject(token.userId()))
                .issueTime(Date.from(token.issuedAt()))
                .expirationTime(Date.from(token.until()));
        return token.kind() == IssuedToken.Kind.ACCESS
                ? active.tokenType(AccessTokenType.BEARER)
                        .audience(List.of(new Audience(url.at("/oauth/userinfo"))))
                        .build()
                : active.build();
    }
}
