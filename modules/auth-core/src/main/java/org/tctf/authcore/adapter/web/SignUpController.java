package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.ConfirmSignUp;
import org.tctf.authcore.application.ConfirmSignUp.Proof;
import org.tctf.authcore.application.FindReadersLanguage;
import org.tctf.authcore.application.ResendVerification;
import org.tctf.authcore.application.StartSignUp;
import org.tctf.identity.Password;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/account")
@PermitAll
class SignUpController {
    private final StartSignUp startSignUp;
    private final ConfirmSignUp confirmSignUp;
    private final ResendVerification resendVerification;
    private final FindReadersLanguage findReadersLanguage;

    SignUpController(
            StartSignUp startSignUp,
            ConfirmSignUp confirmSignUp,
            ResendVerification resendVerification,
            FindReadersLanguage findReadersLanguage) {
        this.startSignUp = startSignUp;
        this.confirmSignUp = confirmSignUp;
        this.resendVerification = resendVerification;
        this.findReadersLanguage = findReadersLanguage;
    }

    /**
     * Signs somebody up. The address gets a mail with a code and a link, good for 30 minutes. An address that has an
     * account gets the same answer here, and a mail saying so there.
     */
    @Post("/signup")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 5, per = "PT1H", by = RateLimit.By.ADDRESS)
    SignUpStartedView signUp(@Valid @Body SignUpForm form) {
        String signUpId = startSignUp.start(form.applicant(), new Password(form.password()));
        return new SignUpStartedView(signUpId, true);
    }

    /** Confirms a sign-up by the mailed code (with the sign-up's sessionId) or by the mailed link's token. */
    @Post("/signup/confirm")
    ConfirmedView confirm(@Valid @Body ConfirmationForm form) {
        return ConfirmedView.of(confirmSignUp.confirm(form.proof()));
    }

    /**
     * Confirms a sign-up by the link that was mailed; following it again answers the same. Answers a page when the caller
     * accepts HTML, else JSON. A HEAD request confirms nothing.
     *
     * @param token the link's token
     * @param accepted the languages of the page for somebody of whom nothing is known
     */
    @Get(value = "/signup/confirm", headRoute = false)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @ApiResponse(
            responseCode = "200",
            description = "The sign-up is confirmed.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConfirmedView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))
            })
    HttpResponse<?> follow(
            @QueryValue @Size(max = Limits.LINK_TOKEN) String token,
            @Nullable @Header(HttpHeaders.ACCEPT) String accept,
            @Nullable @Header(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        boolean isPage = accept != null && accept.contains(MediaType.TEXT_HTML);
        return isPage
                ? page(token, accepted)
                : HttpResponse.ok(ConfirmedView.of(confirmSignUp.confirm(new Proof.Link(token))))
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * Mails a new code and link; the old ones are dead from then on. Once a minute, five times a sign-up. With a sessionId
     * the answer says what came of it; with an e-mail address it is always the same.
     */
    @Post("/email-verification")
    @Status(HttpStatus.ACCEPTED)
    void resend(@Valid @Body ResendForm form) {
        resendVerification.resend(form.target());
    }

    private HttpResponse<MailLinkPage> page(String token, @Nullable String accepted) {
        Language language = findReadersLanguage.find(token).orElseGet(() -> Language.preferred(accepted));
        return outcome(token).in(language);
    }

    private ConfirmationPage outcome(String token) {
        try {
            confirmSignUp.confirm(new Proof.Link(token));
            return ConfirmationPage.CONFIRMED;
        } catch (Problem refused) {
            return ConfirmationPage.of(refused);
        }
    }
}
