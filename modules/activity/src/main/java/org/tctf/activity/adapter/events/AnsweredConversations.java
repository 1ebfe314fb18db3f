package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.NoteReading;
import org.tctf.activity.domain.Place;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Who writes in a direct conversation has read what came before: no CHAT_MESSAGE_READ says that. */
@Singleton
public final class AnsweredConversations implements EventConsumer<AnsweredConversations.ChatMessageSent> {

    /**
     * What this service reads of the fact.
     *
     * @param recipientId of a direct message; of groups nobody is told here
     */
    public record ChatMessageSent(
            String conversationId,
            long number,
            String senderId,
            @Nullable String recipientId) {}

    private final NoteReading noteReading;

    public AnsweredConversations(NoteReading noteReading) {
        this.noteReading = noteReading;
    }

    @Override
    public void on(ChatMessageSent event, Envelope envelope) {
        if (event.recipientId() != null) {
            noteReading.note(event.senderId(), new Place(event.conversationId(), event.number()));
        }
    }
}
