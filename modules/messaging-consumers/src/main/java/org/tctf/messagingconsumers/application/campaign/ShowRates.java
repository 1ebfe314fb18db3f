package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;

/** The rates that somebody has set; others are {@value Rates#STANDARD}. */
@Singleton
public class ShowRates {
    private final Rates rates;

    public ShowRates(Rates rates) {
        this.rates = rates;
    }

    public Map<String, Integer> show(Principal caller) {
        Staff.require(caller);
        return rates.all();
    }
}
