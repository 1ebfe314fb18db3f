package org.tctf.communication.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.DeliveryLog;
import org.tctf.communication.application.FindMessages;
import org.tctf.communication.application.ShowMessage;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Page;

/** The delivery log: what was mailed to oneself; for staff, what was mailed to anybody. */
@Controller("/v1/messages")
class MessageController {
    private final FindMessages findMessages;
    private final ShowMessage showMessage;

    MessageController(FindMessages findMessages, ShowMessage showMessage) {
        this.findMessages = findMessages;
        this.showMessage = showMessage;
    }

    /**
     * Messages, newest first; one's own when there is no filter. A new message may take a moment to show.
     *
     * @param memberId messages to this member (staff, or oneself)
     * @param to messages to this address (staff)
     * @param state messages that are not sent, QUEUED or FAILED (staff)
     * @param limit at most so many
     * @param cursor the page before's nextCursor
     */
    @Get
    Page<MessageView> list(
            Principal caller,
            @Nullable @QueryValue String memberId,
            @Nullable @QueryValue String to,
            @QueryValue DeliveryLog.@Nullable Unsent state,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        FindMessages.Filter filter = new FindMessages.Filter(memberId, to == null ? null : new EmailAddress(to), state);
        return findMessages.find(caller, filter, limit, cursor).map(MessageView::of);
    }

    /** One message. */
    @Get("/{id}")
    MessageView show(Principal caller, String id) {
        return MessageView.of(showMessage.show(caller, id));
    }
}
