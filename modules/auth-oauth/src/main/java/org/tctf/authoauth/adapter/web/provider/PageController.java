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
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.external.OfferProviders;
import org.tctf.authoauth.application.provider.Authorize;
import org.tctf.authoauth.application.provider.EndBrowserSession;
import org.tctf.authoauth.application.provider.Requests;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.StoredRequest;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/**
 * Sign-in and consent. No {@code ProtocolRoute} but where a provider sends browsers to: what is posted here counts by the browser's cookie, so only our own pages
 * may post it.
 */
@Controller("/oauth")
@PermitAll
class PageController {
    private static final String BACK = "/oauth/provider-return";

    private final Authorize authorize;
    private final Requests requests;
    private final EndBrowserSession endBrowserSession;
    private final Replies replies;
    private final OfferProviders offerProviders;
    private final PublicUrl url;

    PageController(
            Authorize authorize,
            Requests requests,
            EndBrowserSession endBrowserSession,
            Replies replies,
            OfferProviders offerProviders,
            PublicUrl url) {
        this.authorize = authorize;
        this.requests = requests;
        this.endBrowserSession = endBrowserSession;
        this.replies = replies;
        this.offerProviders = offerProviders;
        this.url = url;
    }

    /**
     * The page that a request needs next: to sign in, or to agree; or on to the application, when neither is needed.
     *
     * @param request stands for the request, good for 30 minutes
     */
    @Get("/continue")
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "To the application.")
    HttpResponse<String> next(HttpRequest<?> http, @QueryValue @Size(max = 100) String request) {
        return atPages(http, request, stored -> next(http, request, stored, false));
    }

    /** The member's decision, from our own page: request, and decision=allow, deny or switch. */
    @Post("/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "303", description = "To the application, or back to our pages.")
    HttpResponse<String> decide(HttpRequest<?> http, @Nullable @Body String form) {
        Map<String, List<String>> parameters = Wire.form(form);
        String handle = Objects.requireNonNullElse(RequestReader.single(parameters, "request"), "");
        String decision = Objects.requireNonNullElse(RequestReader.single(parameters, "decision"), "");
        return atPages(http, handle, stored -> switch (decision) {
            case "allow" -> next(http, handle, stored, true);
            case "switch" -> switchMember(http, handle);
            default -> {
                requests.take(handle);
                throw Refusal.of("access_denied", "The member does not agree.");
            }
        });
    }

    /** What a page does with a request. */
    private interface Step {
        HttpResponse<String> with(StoredRequest stored);
    }

    private HttpResponse<String> atPages(HttpRequest<?> http, String handle, Step step) {
        StoredRequest stored =
                requests.find(handle).filter(found -> !found.isPushed()).orElse(null);
        if (stored == null) {
            return Pages.wrong(
                    words(http, null),
                    Problem.invalid(
                            "UNKNOWN_REQUEST",
                            "The application's request is done or has expired; start again at the application."));
        }
        try {
            return step.with(stored);
        } catch (Refusal refusal) {
            requests.take(handle);
            return replies.refused(words(http, stored), stored.request(), refusal);
        } catch (Problem nobodyToTell) {
            return Pages.wrong(words(http, stored), nobodyToTell);
        }
    }

    private HttpResponse<String> next(HttpRequest<?> http, String handle, StoredRequest stored, boolean agreed) {
        Words words = words(http, stored);
        Authorize.Outcome outcome = authorize.decide(stored.request(), stored.since(), Browser.secret(http), agreed);
        return switch (outcome) {
            case Authorize.SignInNeeded(var client) -> agreed ? reload(handle) : signIn(words, client, stored);
            case Authorize.ConsentNeeded needed -> Pages.consent(words, handle, needed);
            case Authorize.Agreed(var code) -> {
                requests.take(handle);
                yield replies.agreed(words, stored.request(), code);
            }
        };
    }

    private HttpResponse<String> signIn(Words words, Client client, StoredRequest stored) {
        String back = url.at(BACK).toString();
        return Pages.signIn(words, client, stored.request(), offerProviders.thatReturnTo(back), back);
    }

    /**
     * Where a provider sends the browser back to that went there from the sign-in page. An administrator allows this address
     * for the provider; only those that may return here are offered. What it brings is read by the page's script alone:
     * providers add parameters of their own. The script adds {@code ui_locales}, the language that the sign-in page was in.
     */
    @Get("/provider-return")
    @ProtocolRoute
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    HttpResponse<String> back(HttpRequest<?> http) {
        return Pages.back(Words.of(http, RequestReader.locales(Wire.query(http))));
    }

    private HttpResponse<String> switchMember(HttpRequest<?> http, String handle) {
        String browser = Browser.secret(http);
        if (browser != null) {
            endBrowserSession.end(browser);
        }
        return reload(handle);
    }

    private static HttpResponse<String> reload(String handle) {
        return Wire.guarded(HttpResponse.seeOther(URI.create("/oauth/continue?request=" + handle)));
    }

    private static Words words(HttpRequest<?> http, @Nullable StoredRequest stored) {
        return Words.of(http, stored == null ? List.of() : stored.request().locales());
    }
}
