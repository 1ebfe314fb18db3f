package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.Content;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Mails a member what they have not read in the app. */
@Singleton
public class OnDigestDue implements EventConsumer<OnDigestDue.DigestDue> {

    /** What this service reads of the fact. */
    public record DigestDue(String memberId, long unread, List<Item> items) {

        /** One notification. */
        public record Item(String title) {}
    }

    private final WriteToMember writeToMember;

    public OnDigestDue(WriteToMember writeToMember) {
        this.writeToMember = writeToMember;
    }

    @Override
    public void on(DigestDue event, Envelope envelope) {
        List<String> titles = event.items().stream().map(DigestDue.Item::title).toList();
        writeToMember.write(envelope.id(), event.memberId(), new Content.Digest(event.unread(), titles));
    }
}
