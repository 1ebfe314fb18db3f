package org.tctf.app.console.loyalty;

import java.time.Duration;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/** Gives each new member a present, when the shop is open. */
public final class LoyaltyService implements Service {
    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("loyalty")
            .summary("Gives each new member a present, when the shop is open.")
            .owner("console's tests")
            .criticality(Criticality.BACKGROUND)
            .consumes("SIGN_UP_STARTED", GivePresent.SignUpStarted.class, GivePresent.class)
            .tuned(Duration.ofSeconds(5), 2, 1)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
