package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.EndBrowserSession;
import org.tctf.authoauth.application.provider.FindClient;
import org.tctf.authoauth.application.provider.FindVisitor;
import org.tctf.authoauth.application.provider.IdTokens;
import org.tctf.authoauth.application.provider.Visitor;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ProtocolRoute;

/**
 * RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0). Who holds an id token of the member that is signed in here
 * signs them out at once; everybody else can only show them a page that asks. Nobody is sent anywhere but to an address
 * that the application has registered for it.
 */
@Controller("/oauth/logout")
@PermitAll
class LogoutController {

    /** A request, understood. */
    private record Asked(
            IdTokens.@Nullable Hint hint, @Nullable URI next) {}

    private final IdTokens idTokens;
    private final FindClient findClient;
    private final FindVisitor findVisitor;
    private final EndBrowserSession endBrowserSession;

    LogoutController(
            IdTokens idTokens, FindClient findClient, FindVisitor findVisitor, EndBrowserSession endBrowserSession) {
        this.idTokens = idTokens;
        this.findClient = findClient;
        this.findVisitor = findVisitor;
        this.endBrowserSession = endBrowserSession;
    }

    /**
     * Signs the member out of this browser: id_token_hint, client_id, post_logout_redirect_uri, state, ui_locales. Asks
     * them first unless the id token is theirs.
     */
    @Get
    @ProtocolRoute
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page that asks, or says that it is done.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "Back to the application.")
    HttpResponse<String> logout(HttpRequest<?> http) {
        return answer(http, Wire.query(http), false);
    }

    /** The same as a form. */
    @Post
    @ProtocolRoute
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page that asks, or says that it is done.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "Back to the application.")
    HttpResponse<String> logoutByForm(HttpRequest<?> http, @Nullable @Body String form) {
        return answer(http, Wire.form(form), false);
    }

    /** The member's yes, from our own page. */
    @Post("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page that says that it is done.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "Back to the application.")
    HttpResponse<String> confirm(HttpRequest<?> http, @Nullable @Body String form) {
        return answer(http, Wire.form(form), true);
    }

    private HttpResponse<String> answer(
            HttpRequest<?> http, Map<String, List<String>> parameters, boolean isConfirmed) {
        Words words = Words.of(http, RequestReader.locales(parameters));
        try {
            Asked asked = understood(parameters);
            String browser = Browser.secret(http);
            Visitor visitor = findVisitor.by(browser).orElse(null);
            boolean isTheirs = visitor == null
                    || (asked.hint() != null && asked.hint().userId().equals(visitor.userId()));
            if (!isConfirmed && !isTheirs) {
                return Pages.signOut(words, single(parameters));
            }
            if (browser != null) {
                endBrowserSession.end(browser);
            }
            URI next = asked.next();
            return Browser.forget(next == null ? Pages.signedOut(words) : Wire.guarded(HttpResponse.seeOther(next)));
        } catch (Problem nobodyToTell) {
            return Pages.wrong(words, nobodyToTell);
        }
    }

    private Asked understood(Map<String, List<String>> parameters) {
        LogoutRequest request;
        try {
            request = LogoutRequest.parse(parameters);
        } catch (ParseException unreadable) {
            throw Problem.invalid("INVALID_LOGOUT_REQUEST", "The application's request to sign you out is not valid.");
        }
        IdTokens.Hint hint = null;
        if (request.getIDTokenHint() != null) {
            hint = idTokens.read(request.getIDTokenHint().getParsedString())
                    .orElseThrow(() -> Problem.invalid(
                            "INVALID_ID_TOKEN_HINT", "The application's id_token_hint is not an id token of ours."));
        }
        String named =
                request.getClientID() == null ? null : request.getClientID().getValue();
        if (hint != null && named != null && !named.equals(hint.clientId())) {
            throw Problem.invalid("INVALID_ID_TOKEN_HINT", "The id_token_hint was made for another application.");
        }
        String clientId = hint == null ? named : hint.clientId();
        URI next = request.getPostLogoutRedirectionURI();
        if (next == null) {
            return new Asked(hint, null);
        }
        if (clientId == null || !findClient.by(clientId).mayBeLeftFor(next.toString())) {
            throw Problem.invalid(
                    "UNKNOWN_POST_LOGOUT_REDIRECT_URI",
                    "The application wants you sent to an address that it has not registered.");
        }
        return new Asked(
                hint,
                request.getState() == null
                        ? next
                        : UriBuilder.of(next)
                                .queryParam("state", request.getState().getValue())
                                .build());
    }

    private static Map<String, String> single(Map<String, List<String>> parameters) {
        Map<String, String> single = new LinkedHashMap<>();
        for (String name : List.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales")) {
            String value = RequestReader.single(parameters, name);
            if (value != null) {
                single.put(name, value);
            }
        }
        return single;
    }
}
