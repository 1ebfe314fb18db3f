package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authcore.application.CompleteAcceptedSignUp;
import org.tctf.authcore.application.CompleteSignUp;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sees to it that an accepted sign-up is completed, should the request that accepted it have died. */
@Singleton
public class AcceptedSignUps implements EventConsumer<CompleteAcceptedSignUp> {
    private final CompleteSignUp completeSignUp;

    public AcceptedSignUps(CompleteSignUp completeSignUp) {
        this.completeSignUp = completeSignUp;
    }

    @Override
    public void on(CompleteAcceptedSignUp command, Envelope envelope) {
        completeSignUp.complete(command.signUpId());
    }
}
