package org.tctf.communication.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tctf.communication.application.Providers;

/** How the mail providers are doing. */
@Controller("/v1/mail-providers")
class MailProviderController {
    private final Providers providers;

    MailProviderController(Providers providers) {
        this.providers = providers;
    }

    /** In the order in which they are asked. */
    record ProviderList(List<Providers.Health> items) {}

    /** The providers, each with its circuit breaker's state. */
    @Get
    @RolesAllowed("STAFF")
    ProviderList list() {
        return new ProviderList(providers.health());
    }
}
