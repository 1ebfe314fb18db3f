package org.tctf.authmfa.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.tctf.authmfa.application.AddPasskey;
import org.tctf.authmfa.application.ListPasskeys;
import org.tctf.authmfa.application.OfferPasskey;
import org.tctf.authmfa.application.RelyingParty;
import org.tctf.authmfa.application.RemovePasskey;
import org.tctf.authmfa.application.RenamePasskey;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/auth/mfa/passkeys")
class PasskeyController {
    private final OfferPasskey offerPasskey;
    private final AddPasskey addPasskey;
    private final ListPasskeys listPasskeys;
    private final RenamePasskey renamePasskey;
    private final RemovePasskey removePasskey;
    private final RelyingParty party;

    PasskeyController(
            OfferPasskey offerPasskey,
            AddPasskey addPasskey,
            ListPasskeys listPasskeys,
            RenamePasskey renamePasskey,
            RemovePasskey removePasskey,
            PublicUrl publicUrl) {
        this.offerPasskey = offerPasskey;
        this.addPasskey = addPasskey;
        this.listPasskeys = listPasskeys;
        this.renamePasskey = renamePasskey;
        this.removePasskey = removePasskey;
        party = RelyingParty.at(publicUrl);
    }

    /** Lists the caller's passkeys, oldest first: ten at most, so always on one page. */
    @Get
    Page<PasskeyView> passkeys(Principal caller) {
        return new Page<>(listPasskeys.of(caller).stream().map(PasskeyView::of).toList(), null);
    }

    /**
     * Begins to add a passkey: answers the options for navigator.credentials.create(). Needs a proof less than five minutes
     * old. Beginning again makes what was begun before void.
     */
    @Post("/register")
    @RateLimit(value = 10, per = "PT5M")
    CreationOptions beginRegistration(Principal caller) {
        return CreationOptions.of(offerPasskey.offer(caller), party);
    }

    /** Adds the passkey that the browser has made. Needs a proof less than five minutes old. */
    @Post("/register/complete")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 10, per = "PT5M")
    PasskeyView completeRegistration(Principal caller, @Valid @Body RegistrationForm form) {
        return PasskeyView.of(addPasskey.add(caller, form.attestation(), form.nameOrDefault()));
    }

    /** Calls a passkey something else. */
    @Put("/{id}")
    PasskeyView rename(String id, Principal caller, @Valid @Body NameForm form) {
        return PasskeyView.of(renamePasskey.rename(caller, id, form.name()));
    }

    /** Removes a passkey: it opens no session any more. Needs a proof less than five minutes old. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(String id, Principal caller) {
        removePasskey.remove(caller, id);
    }
}
