package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.application.ReportSignIn;
import org.tctf.identity.Proof;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A session that auth-oauth has opened is a sign-in like any other. */
@Singleton
public class OnExternalSignInCompleted implements EventConsumer<OnExternalSignInCompleted.ExternalSignInCompleted> {

    /** What this service reads of the fact. */
    public record ExternalSignInCompleted(
            String userId,
            String sessionId,
            List<Proof> proofs,
            @Nullable String device,
            List<String> evictedSessions) {}

    private final ReportSignIn signedIn;

    public OnExternalSignInCompleted(ReportSignIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void on(ExternalSignInCompleted event, Envelope envelope) {
        signedIn.report(event.userId(), event.sessionId(), event.proofs(), event.device(), event.evictedSessions());
    }
}
