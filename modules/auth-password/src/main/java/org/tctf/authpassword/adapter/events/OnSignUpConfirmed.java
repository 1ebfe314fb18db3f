package org.tctf.authpassword.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authpassword.application.Names;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A new member's names must not make up their password. */
@Singleton
public class OnSignUpConfirmed implements EventConsumer<OnSignUpConfirmed.SignUpConfirmed> {

    /** What this service reads of the fact. */
    public record SignUpConfirmed(String userId, String firstName, String lastName, String membershipName) {}

    private final Names names;

    public OnSignUpConfirmed(Names names) {
        this.names = names;
    }

    @Override
    public void on(SignUpConfirmed event, Envelope envelope) {
        names.learn(event.userId(), List.of(event.firstName(), event.lastName(), event.membershipName()));
    }
}
