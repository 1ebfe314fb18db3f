package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.NoteReading;
import org.tctf.activity.domain.Place;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** What members have read in their conversations. */
@Singleton
public final class ReadConversations implements EventConsumer<ReadConversations.ChatMessageRead> {

    /** What this service reads of the fact. */
    public record ChatMessageRead(String conversationId, String memberId, long upTo) {}

    private final NoteReading noteReading;

    public ReadConversations(NoteReading noteReading) {
        this.noteReading = noteReading;
    }

    @Override
    public void on(ChatMessageRead event, Envelope envelope) {
        noteReading.note(event.memberId(), new Place(event.conversationId(), event.upTo()));
    }
}
