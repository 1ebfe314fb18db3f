package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.KeepUser;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Tier;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** There is one more account to find. */
@Singleton
public class OnSignUpConfirmed implements EventConsumer<OnSignUpConfirmed.SignUpConfirmed> {

    /** What this service reads of the fact. */
    public record SignUpConfirmed(
            String userId,
            String firstName,
            String lastName,
            String membershipName,
            Plan membershipPlan,
            @Nullable Tier membershipTier,
            String country,
            @Nullable String city) {}

    private final KeepUser keepUser;

    public OnSignUpConfirmed(KeepUser keepUser) {
        this.keepUser = keepUser;
    }

    @Override
    public void on(SignUpConfirmed event, Envelope envelope) {
        keepUser.add(new KeepUser.SignedUp(
                event.userId(),
                event.firstName() + " " + event.lastName(),
                event.membershipName(),
                event.membershipPlan(),
                event.membershipTier(),
                event.country(),
                event.city(),
                envelope.time()));
    }
}
