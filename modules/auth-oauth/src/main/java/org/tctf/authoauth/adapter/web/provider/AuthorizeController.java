package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.Authorize;
import org.tctf.authoauth.application.provider.FindClient;
import org.tctf.authoauth.application.provider.Requests;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.authoauth.domain.provider.StoredRequest;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ProtocolRoute;

/**
 * The authorization endpoint (OpenID Connect Core §3.1.2.1). What needs no page is answered at once; else the request waits
 * here while its member is at {@link PageController}'s pages.
 */
@Controller("/oauth/authorize")
@PermitAll
@ProtocolRoute
class AuthorizeController {
    private final Authorize authorize;
    private final FindClient findClient;
    private final Requests requests;
    private final RequestReader reader;
    private final Replies replies;
    private final InstantSource clock;

    AuthorizeController(
            Authorize authorize,
            FindClient findClient,
            Requests requests,
            RequestReader reader,
            Replies replies,
            InstantSource clock) {
        this.authorize = authorize;
        this.findClient = findClient;
        this.requests = requests;
        this.reader = reader;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Asks the member for what an application wants (OpenID Connect Core §3.1.2.1): client_id, redirect_uri,
     * response_type=code, scope, state, nonce, code_challenge with code_challenge_method=S256, and optionally
     * response_mode, prompt, max_age, login_hint, id_token_hint, ui_locales, claims, acr_values; or client_id and a
     * request_uri from the PAR endpoint. Leads to the application's redirect URI, perhaps by our pages.
     */
    @Get
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page that says that nobody can be sent back, or posts the answer.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "To the application, or to our pages.")
    HttpResponse<String> authorize(HttpRequest<?> request) {
        return answer(request, Wire.query(request), Browser.secret(request));
    }

    /**
     * The same as a form. Browsers send no cookie with another site's form, so the member is looked for at the page that
     * this leads to.
     */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page that says that nobody can be sent back, or posts the answer.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "To the application, or to our pages.")
    HttpResponse<String> authorizeByForm(HttpRequest<?> request, @Nullable @Body String form) {
        return answer(request, Wire.form(form), null);
    }

    private HttpResponse<String> answer(
            HttpRequest<?> http, Map<String, List<String>> parameters, @Nullable String browser) {
        Words words = Words.of(http, RequestReader.locales(parameters));
        try {
            Client client =
                    findClient.by(Objects.requireNonNullElse(RequestReader.single(parameters, "client_id"), ""));
            String handle = RequestReader.handle(RequestReader.single(parameters, "request_uri"));
            return handle == null
                    ? direct(http, words, client, parameters, browser)
                    : decide(http, pushed(client, handle), browser);
        } catch (Problem nobodyToTell) {
            return Pages.wrong(words, nobodyToTell);
        }
    }

    private HttpResponse<String> direct(
            HttpRequest<?> http,
            Words words,
            Client client,
            Map<String, List<String>> parameters,
            @Nullable String browser) {
        String redirectUri = Objects.requireNonNullElse(RequestReader.single(parameters, "redirect_uri"), "");
        client.requireRedirectUri(redirectUri);
        SignInRequest request;
        try {
            request = reader.read(client, parameters);
        } catch (Refusal refusal) {
            return replies.refused(
                    words,
                    redirectUri,
                    RequestReader.single(parameters, "state"),
                    RequestReader.mode(parameters),
                    refusal);
        }
        return decide(http, request, browser);
    }

    /** A pushed request is good for one visit (RFC 9126 §4). */
    private SignInRequest pushed(Client client, String handle) {
        return requests.take(handle)
                .filter(StoredRequest::isPushed)
                .map(StoredRequest::request)
                .filter(request -> request.clientId().equals(client.id()))
                .orElseThrow(
                        () -> Problem.invalid(
                                "UNKNOWN_REQUEST_URI",
                                "The application's request is unknown, was used, or has expired; start again at the application."));
    }

    private HttpResponse<String> decide(HttpRequest<?> http, SignInRequest request, @Nullable String browser) {
        Words words = Words.of(http, request.locales());
        boolean isOwnNavigation = http.getMethod() == io.micronaut.http.HttpMethod.GET;
        try {
            Authorize.Outcome outcome = isOwnNavigation ? authorize.decide(request, null, browser, false) : null;
            if (outcome instanceof Authorize.Agreed(var code)) {
                return replies.agreed(words, request, code);
            }
        } catch (Refusal refusal) {
            return replies.refused(words, request, refusal);
        }
        String handle = requests.keep(StoredRequest.atPages(request, clock.instant()));
        return Wire.guarded(HttpResponse.seeOther(URI.create("/oauth/continue?request=" + handle)));
    }
}
