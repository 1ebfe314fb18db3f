package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** All subscribers as a file, page by page. */
@Singleton
public class ExportSubscribers {
    private final Subscribers subscribers;
    private final SubscriberFiles files;

    public ExportSubscribers(Subscribers subscribers, SubscriberFiles files) {
        this.subscribers = subscribers;
        this.files = files;
    }

    /** A part of the file, with its header line. */
    public record Part(String file, @Nullable String nextCursor) {}

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Part export(Principal caller, int limit, @Nullable String cursor) {
        Staff.require(caller);
        Page<Subscriber> page = subscribers.page(limit, cursor);
        return new Part(files.write(page.items()), page.nextCursor());
    }
}
