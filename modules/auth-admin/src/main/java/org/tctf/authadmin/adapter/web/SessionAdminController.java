package org.tctf.authadmin.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import org.tctf.authadmin.application.Administer;
import org.tctf.authadmin.application.Administer.Order;
import org.tctf.authadmin.application.EndEverybodysSessions;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Reason;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/users/admin/sessions")
@RolesAllowed("ADMIN")
class SessionAdminController {
    private final Administer administer;
    private final EndEverybodysSessions endEverybodysSessions;

    SessionAdminController(Administer administer, EndEverybodysSessions endEverybodysSessions) {
        this.administer = administer;
        this.endEverybodysSessions = endEverybodysSessions;
    }

    /**
     * Ends all sessions of an account, and what applications hold of it; it may be signed in to again at once. Needs a recent
     * proof; not for one's own account.
     */
    @Post("/end")
    @RateLimit(value = 20, per = "PT1M")
    StandingView end(Principal caller, @Valid @Body SessionsForm form) {
        Reason reason = new Reason(form.reason());
        return StandingView.of(administer.order(caller, new Order(Measure.END_SESSIONS, form.userId(), null, reason)));
    }

    /** Ends everybody's sessions, the caller's too, and what applications hold. Needs a recent proof. */
    @Post("/end-everybodys")
    @RateLimit(value = 5, per = "PT1M")
    EndedView endEverybodys(Principal caller, @Valid @Body EverybodysSessionsForm form) {
        return new EndedView(endEverybodysSessions.end(caller, new Reason(form.reason())));
    }
}
