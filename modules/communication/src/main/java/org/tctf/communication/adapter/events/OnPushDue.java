package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.PushToMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Pushes to a member what they are told in the app and have not looked at there. */
@Singleton
public class OnPushDue implements EventConsumer<OnPushDue.PushDue> {
    /**
     * What this service reads of the fact.
     *
     * @param about what it was done to
     * @param title a sentence in the member's language
     */
    public record PushDue(
            String memberId, String template, @Nullable String about, String title) {}

    private final PushToMember pushToMember;

    public OnPushDue(PushToMember pushToMember) {
        this.pushToMember = pushToMember;
    }

    @Override
    public void on(PushDue event, Envelope envelope) {
        String kind = event.template() + (event.about() == null ? "" : "/" + event.about());
        pushToMember.push(envelope.id(), event.memberId(), kind, event.title());
    }
}
