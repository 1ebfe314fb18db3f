package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;

/** Sets how many mails a second a provider may be given in bulk. */
@Singleton
public class SetRate {
    private final Rates rates;

    public SetRate(Rates rates) {
        this.rates = rates;
    }

    public void set(Principal caller, String provider, int perSecond) {
        Staff.require(caller);
        rates.set(provider, perSecond);
    }
}
