package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.tctf.authuser.application.CancelEmailChange;
import org.tctf.authuser.application.ConfirmEmailChange;
import org.tctf.authuser.application.RequestEmailChange;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/users/me/email-change")
class EmailChangeController {
    private final RequestEmailChange requestEmailChange;
    private final ConfirmEmailChange confirmEmailChange;
    private final CancelEmailChange cancelEmailChange;

    EmailChangeController(
            RequestEmailChange requestEmailChange,
            ConfirmEmailChange confirmEmailChange,
            CancelEmailChange cancelEmailChange) {
        this.requestEmailChange = requestEmailChange;
        this.confirmEmailChange = confirmEmailChange;
        this.cancelEmailChange = cancelEmailChange;
    }

    /**
     * Asks for another address; needs a recent proof. A code goes to the new address, another to the present one, which can
     * also call it off. The answer is the same when the address is somebody else's; only they are told.
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 5, per = "P1D")
    ExpiryView request(Principal caller, @Valid @Body EmailForm form) {
        return new ExpiryView(requestEmailChange.request(caller, new EmailAddress(form.email())));
    }

    /**
     * Takes the code from one of the two addresses; with both, the account has the new one, and its other sessions end. The
     * old address is told, and can undo it for a week.
     */
    @Post("/confirm")
    @RateLimit(value = 30, per = "PT1H")
    EmailChangeView confirm(Principal caller, @Valid @Body EmailCodeForm form) {
        return EmailChangeView.of(confirmEmailChange.confirm(caller, form.address(), form.code()));
    }

    /** Calls off a change of address that waits for its codes. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void cancel(Principal caller) {
        cancelEmailChange.cancel(caller);
    }
}
