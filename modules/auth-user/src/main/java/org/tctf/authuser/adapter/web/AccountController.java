package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.authuser.application.FindReadersLanguage;
import org.tctf.authuser.application.FollowLink;
import org.tctf.authuser.application.ReadLink;
import org.tctf.authuser.application.RecoverUsername;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/account")
@PermitAll
class AccountController {
    private static final int LINK_TOKEN = 200;

    private final RecoverUsername recoverUsername;
    private final ReadLink readLink;
    private final FollowLink followLink;
    private final FindReadersLanguage findReadersLanguage;

    AccountController(
            RecoverUsername recoverUsername,
            ReadLink readLink,
            FollowLink followLink,
            FindReadersLanguage findReadersLanguage) {
        this.recoverUsername = recoverUsername;
        this.readLink = readLink;
        this.followLink = followLink;
        this.findReadersLanguage = findReadersLanguage;
    }

    /**
     * Reminds a member of the address that they sign in with: its first letter here, all of it by mail to itself, once an
     * hour. The answer looks alike for a name that nobody has.
     */
    @Post("/username-recovery")
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 5, per = "PT1H", by = RateLimit.By.ADDRESS)
    RecoveryView recover(@Valid @Body RecoveryForm form) {
        return new RecoveryView(recoverUsername.recover(form.membershipName()));
    }

    /**
     * Says what a mailed link is for, and does nothing: a page with a button when the caller accepts HTML, else JSON.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Get(value = "/link", headRoute = false)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @ApiResponse(
            responseCode = "200",
            description = "What the link is for.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LinkView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))
            })
    @RateLimit(value = 60, per = "PT1H", by = RateLimit.By.ADDRESS)
    HttpResponse<?> look(
            @QueryValue @Size(max = LINK_TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT) String accept,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return isPage(accept)
                ? page(token, accepted, () -> LinkPage.question(readLink.read(token)))
                : json(new LinkView(readLink.read(token), false));
    }

    /**
     * Does what a mailed link is for: calls off a change of address, undoes one, or keeps an account that was to be deleted.
     * Again is harmless.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Post("/link")
    // A browser says so of a form's empty body.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @ApiResponse(
            responseCode = "200",
            description = "It is done.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LinkView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))
            })
    @RateLimit(value = 60, per = "PT1H", by = RateLimit.By.ADDRESS)
    HttpResponse<?> follow(
            @QueryValue @Size(max = LINK_TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT) String accept,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        if (isPage(accept)) {
            return page(token, accepted, () -> LinkPage.done(followLink.follow(token)));
        }
        Act done = followLink.follow(token);
        return json(new LinkView(done, true));
    }

    private static boolean isPage(@Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    private static HttpResponse<?> json(LinkView view) {
        return HttpResponse.ok(view).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private HttpResponse<MailLinkPage> page(String token, @Nullable String accepted, Supplier<LinkPage> page) {
        Language language = findReadersLanguage.find(token).orElseGet(() -> Language.preferred(accepted));
        return outcome(page).in(language);
    }

    private static LinkPage outcome(Supplier<LinkPage> page) {
        try {
            return page.get();
        } catch (Problem problem) {
            return LinkPage.refused(problem);
        }
    }
}
