package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.application.CancelDeletion;
import org.tctf.authuser.application.ChangePreferences;
import org.tctf.authuser.application.ScheduleDeletion;
import org.tctf.authuser.application.ShowAccount;
import org.tctf.identity.Principal;

@Controller("/v1/users/me")
class MeController {
    private final ShowAccount showAccount;
    private final ChangePreferences changePreferences;
    private final ScheduleDeletion scheduleDeletion;
    private final CancelDeletion cancelDeletion;
    private final InstantSource clock;

    MeController(
            ShowAccount showAccount,
            ChangePreferences changePreferences,
            ScheduleDeletion scheduleDeletion,
            CancelDeletion cancelDeletion,
            InstantSource clock) {
        this.showAccount = showAccount;
        this.changePreferences = changePreferences;
        this.scheduleDeletion = scheduleDeletion;
        this.cancelDeletion = cancelDeletion;
        this.clock = clock;
    }

    /** Shows the caller's account: who they are here, how they get in, what they prefer, and what is about to change. */
    @Get
    MeView show(Principal caller) {
        return MeView.of(showAccount.of(caller), clock.instant());
    }

    /** Replaces the caller's preferences, whole. Send If-Match to change only what you have seen. */
    @Put("/preferences")
    PreferencesView prefer(
            Principal caller, @Nullable @Header("If-Match") String ifMatch, @Valid @Body PreferencesForm form) {
        return PreferencesView.of(changePreferences.change(form.preferences(caller.memberId()), ifMatch));
    }

    /**
     * Has the caller's account erased in 30 days, with all that the platform keeps of them. Needs a recent proof. Until then
     * the account is as ever, and can be kept after all. The last admin cannot go.
     */
    @Delete
    @Status(HttpStatus.ACCEPTED)
    DeletionView delete(Principal caller) {
        return new DeletionView(scheduleDeletion.schedule(caller));
    }

    /** Keeps the caller's account after all. */
    @Delete("/deletion")
    @Status(HttpStatus.NO_CONTENT)
    void keep(Principal caller) {
        cancelDeletion.cancel(caller);
    }
}
