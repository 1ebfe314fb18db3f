package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.Content;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells a member that a session of theirs was ended, because somebody had a copy of its token. */
@Singleton
public class OnRefreshTokenReused implements EventConsumer<OnRefreshTokenReused.RefreshTokenReused> {

    /** What this service reads of the fact. */
    public record RefreshTokenReused(String userId) {}

    private final WriteToMember writeToMember;

    public OnRefreshTokenReused(WriteToMember writeToMember) {
        this.writeToMember = writeToMember;
    }

    @Override
    public void on(RefreshTokenReused event, Envelope envelope) {
        writeToMember.write(envelope.id(), event.userId(), new Content.SessionEnded());
    }
}
