package org.tctf.communication.application;

import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.Message;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Page;

/** Port: finding messages whose id one doesn't know, newest first. A new message may take a moment to show. */
public interface DeliveryLog {

    Page<Message> ofMember(String memberId, int limit, @Nullable String cursor);

    Page<Message> toAddress(EmailAddress address, int limit, @Nullable String cursor);

    Page<Message> in(Unsent state, int limit, @Nullable String cursor);

    /** The states that messages are looked for by. */
    enum Unsent {
        QUEUED,
        FAILED
    }
}
