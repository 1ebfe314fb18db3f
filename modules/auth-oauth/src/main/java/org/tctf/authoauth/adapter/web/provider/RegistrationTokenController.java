package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.time.Duration;
import org.tctf.authoauth.application.provider.GiveRegistrationLeave;
import org.tctf.authoauth.application.provider.ListRegistrationLeaves;
import org.tctf.authoauth.application.provider.TakeRegistrationLeave;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

/** By whose leave applications register themselves. */
@Controller("/v1/oauth/registration-tokens")
@RolesAllowed("ADMIN")
class RegistrationTokenController {
    private final GiveRegistrationLeave give;
    private final ListRegistrationLeaves list;
    private final TakeRegistrationLeave take;

    RegistrationTokenController(GiveRegistrationLeave give, ListRegistrationLeaves list, TakeRegistrationLeave take) {
        this.give = give;
        this.list = list;
        this.take = take;
    }

    /**
     * Makes an initial access token for POST /oauth/register; it is in this answer and nowhere else. Needs a recent proof.
     */
    @Post
    @Status(HttpStatus.CREATED)
    RegistrationTokenView create(Principal caller, @Valid @Body RegistrationTokenForm form) {
        var given = give.give(caller, form.label(), form.scopes(), form.applications(), Duration.ofDays(form.days()));
        return RegistrationTokenView.of(given.leave(), given.token());
    }

    /** Lists the tokens that have not expired, oldest first, all on one page. */
    @Get
    Page<RegistrationTokenView> list() {
        return new Page<>(
                list.list().stream()
                        .map(leave -> RegistrationTokenView.of(leave, null))
                        .toList(),
                null);
    }

    /** Revokes a token; applications that have registered by it stay. Needs a recent proof. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(Principal caller, String id) {
        take.take(caller, id);
    }
}
