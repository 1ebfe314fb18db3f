package org.tctf.communication.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tctf.communication.application.MailHealth;
import org.tctf.communication.application.PhoneHealth;
import org.tctf.communication.application.Providers;

/** How the providers of mail, and of text messages and calls, are doing. */
@Controller("/v1")
class ProviderController {
    private final MailHealth mail;
    private final PhoneHealth phone;

    ProviderController(MailHealth mail, PhoneHealth phone) {
        this.mail = mail;
        this.phone = phone;
    }

    /** In the order in which they are asked. */
    record ProviderList(List<Providers.Health> items) {}

    /** The mail providers, each with its circuit breaker's state. */
    @Get("/mail-providers")
    @RolesAllowed("STAFF")
    ProviderList ofMail() {
        return new ProviderList(mail.health());
    }

    /** The providers of text messages and calls, each with its circuit breaker's state. */
    @Get("/phone-providers")
    @RolesAllowed("STAFF")
    ProviderList ofPhone() {
        return new ProviderList(phone.health());
    }
}
