package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Staff says that an address is not to be written to, or passes on what a mail provider says of it. */
@Singleton
public class SuppressAddress {
    private final Suppressions suppressions;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public SuppressAddress(Suppressions suppressions, AddressIds addressIds, InstantSource clock) {
        this.suppressions = suppressions;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** @return what stands for the address */
    public String suppress(Principal caller, EmailAddress email, Suppression.Reason reason) {
        Staff.require(caller);
        String id = addressIds.of(email);
        suppressions.suppress(id, reason, clock.instant());
        return id;
    }
}
