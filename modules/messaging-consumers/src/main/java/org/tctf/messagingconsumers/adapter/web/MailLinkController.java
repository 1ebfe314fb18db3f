package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Base64;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.RateLimit;
import org.tctf.messagingconsumers.application.campaign.RecordEngagement;

/** Links in the mails of readers who agreed to be counted. */
@Controller("/v1/mail-links")
@PermitAll
class MailLinkController {
    private static final int TOKEN = 3000;

    /** Times an hour; providers fetch images for all their readers from a few addresses, so these do not count. */
    private static final int A_LINK = 60;

    /** A GIF of one transparent pixel. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final RecordEngagement recordEngagement;

    MailLinkController(RecordEngagement recordEngagement) {
        this.recordEngagement = recordEngagement;
    }

    /**
     * An image that a mail shows when it is opened.
     *
     * @param token the link's token
     */
    @Get(value = "/opened", headRoute = false)
    @Produces(MediaType.IMAGE_GIF)
    @ApiResponse(
            responseCode = "200",
            description = "A transparent pixel.",
            content = @Content(mediaType = MediaType.IMAGE_GIF, schema = @Schema(type = "string", format = "binary")))
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<byte[]> opened(@QueryValue @Size(max = TOKEN) String token) {
        recordEngagement.record(token);
        return HttpResponse.ok(PIXEL).contentType(MediaType.IMAGE_GIF_TYPE).header("Cache-Control", "no-store");
    }

    /**
     * Goes on to where a link in a mail leads. The address is in the token, which is signed: it leads nowhere else.
     *
     * @param token the link's token
     */
    @Get(value = "/click", headRoute = false)
    @ApiResponse(responseCode = "302", description = "To where the mail says.")
    @RateLimit(value = A_LINK, per = "PT1H", by = RateLimit.By.LINK)
    HttpResponse<Void> click(@QueryValue @Size(max = TOKEN) String token) {
        URI target = recordEngagement
                .record(token)
                .orElseThrow(() -> Problem.invalid("LINK_INVALID", "This link leads nowhere."));
        return HttpResponse.<Void>status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, target.toString())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }
}
