package org.tctf.authadmin.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.Administer;
import org.tctf.authadmin.application.Administer.Order;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Reason;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/users/admin")
@RolesAllowed("ADMIN")
class UserAdminController {
    private final Administer administer;

    UserAdminController(Administer administer) {
        this.administer = administer;
    }

    /** Lets an account be used, or not any more. Needs a recent proof; not for one's own account, nor the last administrator's. */
    @Put("/status")
    @RateLimit(value = 20, per = "PT1M")
    StandingView status(Principal caller, @Valid @Body StatusForm form) {
        return order(caller, form.enabled() ? Measure.ENABLE : Measure.DISABLE, form.userId(), null, form.reason());
    }

    /** Lets an account's life go on, or ends it for now. As with the status. */
    @Put("/activation")
    @RateLimit(value = 20, per = "PT1M")
    StandingView activation(Principal caller, @Valid @Body ActivationForm form) {
        return order(caller, form.active() ? Measure.ACTIVATE : Measure.DEACTIVATE, form.userId(), null, form.reason());
    }

    /** Grants a role, or takes it away. As with the status. */
    @Put("/roles")
    @RateLimit(value = 20, per = "PT1M")
    StandingView roles(Principal caller, @Valid @Body RoleForm form) {
        return order(
                caller,
                form.granted() ? Measure.GRANT_ROLE : Measure.REVOKE_ROLE,
                form.userId(),
                form.role(),
                form.reason());
    }

    private StandingView order(
            Principal caller, Measure measure, String userId, @Nullable GrantableRole role, String reason) {
        return StandingView.of(administer.order(caller, new Order(measure, userId, role, new Reason(reason))));
    }
}
