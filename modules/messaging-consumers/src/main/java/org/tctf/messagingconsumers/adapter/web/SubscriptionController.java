package org.tctf.messagingconsumers.adapter.web;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.RateLimit;
import org.tctf.messagingconsumers.application.subscriber.ConfirmSubscription;
import org.tctf.messagingconsumers.application.subscriber.EndSubscription;
import org.tctf.messagingconsumers.application.subscriber.FindReadersLanguage;
import org.tctf.messagingconsumers.application.subscriber.ReadLink;
import org.tctf.messagingconsumers.application.subscriber.RequestSubscription;
import org.tctf.messagingconsumers.domain.link.Link;

/** Into a list and out of it again: for everybody, by links that were mailed. */
@Controller("/v1/subscriptions")
@PermitAll
class SubscriptionController {
    private static final int TOKEN = 1000;

    /** Times an hour that one link is followed, by its reader and by the programs that look at their mail before them. */
    private static final int A_LINK = 60;

    private final RequestSubscription requestSubscription;
    private final ConfirmSubscription confirmSubscription;
    private final EndSubscription endSubscription;
    private final ReadLink readLink;
    private final FindReadersLanguage findReadersLanguage;

    SubscriptionController(
            RequestSubscription requestSubscription,
            ConfirmSubscription confirmSubscription,
            EndSubscription endSubscription,
            ReadLink readLink,
            FindReadersLanguage findReadersLanguage) {
        this.requestSubscription = requestSubscription;
        this.confirmSubscription = confirmSubscription;
        this.endSubscription = endSubscription;
        this.readLink = readLink;
        this.findReadersLanguage = findReadersLanguage;
    }

    /**
     * Asks for lists in an address's name; its owner gets a mail with a link to confirm, good for seven days. The answer is
     * the same for every address, whatever is known of it.
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 10, per = "PT1H", by = RateLimit.By.ADDRESS)
    void request(@Valid @Body SubscriptionForm form) {
        requestSubscription.request(new EmailAddress(form.email()), Set.copyOf(form.listIds()), form.profile());
    }

    /**
     * A page that asks whether to subscribe, and does nothing: programs that look at links in mails must not say yes.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Get(value = "/confirm", headRoute = false)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page with a button.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<MailLinkPage> lookBeforeConfirming(
            @QueryValue @Size(max = TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        boolean isOne = readLink.read(token).orElse(null) instanceof Link.Confirm;
        return page(isOne ? LinkPage.ASK_TO_CONFIRM : LinkPage.BROKEN, token, accepted);
    }

    /**
     * Says yes to the lists that the mail was about. Again is harmless.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Post("/confirm")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "It is done.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<MailLinkPage> confirm(
            @QueryValue @Size(max = TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return done(() -> confirmSubscription.confirm(token), LinkPage.CONFIRMED, token, accepted);
    }

    /**
     * A page that asks whether to unsubscribe, and does nothing.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Get(value = "/unsubscribe", headRoute = false)
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "A page with a button.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<MailLinkPage> lookBeforeLeaving(
            @QueryValue @Size(max = TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        boolean isOne = readLink.read(token).orElse(null) instanceof Link.Leave;
        return page(isOne ? LinkPage.ASK_TO_LEAVE : LinkPage.BROKEN, token, accepted);
    }

    /**
     * Leaves the lists through which the mail came: one click in a mail program (RFC 8058), without cookie, token or further
     * question. With {@code all=true} every list. Again is harmless.
     *
     * @param token the link's token
     * @param all whether to leave every list
     * @param accepted the languages of the page for somebody of whom nothing is known
     * @param form {@code List-Unsubscribe=One-Click} from a mail program; nothing depends on it
     */
    @Post("/unsubscribe")
    @ProtocolRoute
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
    @Produces(MediaType.TEXT_HTML)
    @ApiResponse(
            responseCode = "200",
            description = "It is done.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<MailLinkPage> leave(
            @QueryValue @Size(max = TOKEN) String token,
            @QueryValue(defaultValue = "false") boolean all,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
            @Nullable @Body String form) {
        return done(() -> endSubscription.end(token, all), LinkPage.LEFT, token, accepted);
    }

    private HttpResponse<MailLinkPage> done(Runnable act, LinkPage done, String token, @Nullable String accepted) {
        try {
            act.run();
            return page(done, token, accepted);
        } catch (Problem refused) {
            return switch (refused.code()) {
                case "LINK_EXPIRED" -> page(LinkPage.EXPIRED, token, accepted);
                case "LINK_INVALID" -> page(LinkPage.BROKEN, token, accepted);
                default -> throw refused;
            };
        }
    }

    /** In the language of the mail that the link was in; somebody of whom nothing is known reads what the browser says. */
    private HttpResponse<MailLinkPage> page(LinkPage page, String token, @Nullable String accepted) {
        return page.in(findReadersLanguage.find(token).orElseGet(() -> Language.preferred(accepted)));
    }
}
