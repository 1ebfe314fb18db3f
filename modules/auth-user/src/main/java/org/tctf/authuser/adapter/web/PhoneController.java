package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.tctf.authuser.application.ConfirmPhone;
import org.tctf.authuser.application.RemovePhone;
import org.tctf.authuser.application.RequestPhoneVerification;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

/** The caller's phone number. */
@Controller("/v1/users/me/phone")
class PhoneController {
    private final RequestPhoneVerification requestPhoneVerification;
    private final ConfirmPhone confirmPhone;
    private final RemovePhone removePhone;

    PhoneController(
            RequestPhoneVerification requestPhoneVerification, ConfirmPhone confirmPhone, RemovePhone removePhone) {
        this.requestPhoneVerification = requestPhoneVerification;
        this.confirmPhone = confirmPhone;
        this.removePhone = removePhone;
    }

    /**
     * Sends a code to a phone number, as a text message or by a call; needs a recent proof. One a minute, five a day; a
     * number that costs more than a call is refused.
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @RateLimit(value = 20, per = "P1D")
    ExpiryView request(Principal caller, @Valid @Body PhoneForm form) {
        return new ExpiryView(requestPhoneVerification.request(caller, form.number(), form.channel()));
    }

    /** Takes the code; then the number is the caller's, in the place of the one before, and a mail tells them. */
    @Post("/confirm")
    @RateLimit(value = 30, per = "PT1H")
    PhoneView confirm(Principal caller, @Valid @Body PhoneCodeForm form) {
        return PhoneView.of(confirmPhone.confirm(caller, form.code()));
    }

    /** Removes the number, and one that waits for its code; needs a recent proof. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal caller) {
        removePhone.remove(caller);
    }
}
