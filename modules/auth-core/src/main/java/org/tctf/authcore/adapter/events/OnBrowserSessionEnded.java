package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authcore.application.SecurityFacts;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A browser was signed out at auth-oauth's pages, as by an application; here it is said like any other sign-out. */
@Singleton
public class OnBrowserSessionEnded implements EventConsumer<OnBrowserSessionEnded.BrowserSessionEnded> {

    /** What this service reads of the fact. */
    public record BrowserSessionEnded(String userId, String sessionId) {}

    private final SecurityFacts facts;

    public OnBrowserSessionEnded(SecurityFacts facts) {
        this.facts = facts;
    }

    @Override
    public void on(BrowserSessionEnded event, Envelope envelope) {
        facts.happened(
                event.userId(), new SignedOut(event.userId(), List.of(event.sessionId()), SignedOut.Reason.SIGNED_OUT));
    }
}
