package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.campaign.Rates;
import org.tctf.messagingconsumers.application.campaign.SetRate;
import org.tctf.messagingconsumers.application.campaign.ShowRates;

/** How many mails a second each mail provider is given in bulk. */
@Controller("/v1/bulk-mail-rates")
@RolesAllowed({"STAFF", "ADMIN"})
class RateController {

    record RateForm(@Min(1) @Max(100_000) int perSecond) {}

    record RateView(String provider, int perSecond) {}

    /** @param standard of providers that are not listed */
    record RateList(int standard, List<RateView> items) {}

    private final SetRate setRate;
    private final ShowRates showRates;

    RateController(SetRate setRate, ShowRates showRates) {
        this.setRate = setRate;
        this.showRates = showRates;
    }

    /** The rates that somebody has set. */
    @Get
    RateList rates(Principal caller) {
        return new RateList(
                Rates.STANDARD,
                showRates.show(caller).entrySet().stream()
                        .map(rate -> new RateView(rate.getKey(), rate.getValue()))
                        .toList());
    }

    /** Sets the rate of a provider, as it is called in the list of providers; at once, also for what is being sent. */
    @Put("/{provider}")
    @Status(HttpStatus.NO_CONTENT)
    void set(Principal caller, String provider, @Valid @Body RateForm form) {
        setRate.set(caller, provider, form.perSecond());
    }
}
