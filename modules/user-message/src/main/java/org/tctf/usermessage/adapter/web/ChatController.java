package org.tctf.usermessage.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.kernel.socket.SocketTicket;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.RateLimit;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.application.BlockMember;
import org.tctf.usermessage.application.CountUnread;
import org.tctf.usermessage.application.ListBlocks;
import org.tctf.usermessage.application.SearchMessages;
import org.tctf.usermessage.application.UnblockMember;
import org.tctf.usermessage.application.Words;

/** What is about all of the caller's conversations: the socket, the unread count, search, and blocks. */
@Controller("/v1/chat")
final class ChatController {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID = 64;
    private static final int MAX_QUERY = 100;

    /** How many messages are unread, in how many conversations. */
    record UnreadView(long messages, long conversations) {}

    /** Whom the caller blocks. */
    record BlockView(String memberId, @Nullable String name, Instant since) {}

    private final CountUnread countUnread;
    private final SearchMessages searchMessages;
    private final BlockMember blockMember;
    private final UnblockMember unblockMember;
    private final ListBlocks listBlocks;
    private final ServiceSockets sockets;

    ChatController(
            CountUnread countUnread,
            SearchMessages searchMessages,
            BlockMember blockMember,
            UnblockMember unblockMember,
            ListBlocks listBlocks,
            ServiceSockets sockets) {
        this.countUnread = countUnread;
        this.searchMessages = searchMessages;
        this.blockMember = blockMember;
        this.unblockMember = unblockMember;
        this.listBlocks = listBlocks;
        this.sockets = sockets;
    }

    /** A ticket that opens one connection. */
    @Post("/socket-tickets")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 600, per = "PT1H")
    SocketTicket ticket(Principal caller) {
        return sockets.of(UserMessageService.DEFINITION).ticket(caller.memberId(), caller.sessionId());
    }

    /** How much the caller has not read. */
    @Get("/unread")
    UnreadView unread(Principal caller) {
        CountUnread.Unread unread = countUnread.count(caller.memberId());
        return new UnreadView(unread.messages(), unread.conversations());
    }

    /**
     * Messages with these words among the newest 300 of each conversation, five of each at most; a page covers ten
     * conversations, and may hold nothing and yet have a cursor.
     */
    @Get("/search")
    @RateLimit(value = 60, per = "PT1M")
    Page<MessageView> search(
            Principal caller,
            @QueryValue @Size(min = 1, max = MAX_QUERY) String q,
            @Nullable @QueryValue String cursor) {
        return searchMessages.search(caller.memberId(), Words.of(q), cursor).map(MessageView::of);
    }

    /** Whom the caller blocks. */
    @Get("/blocks")
    Page<BlockView> blocks(
            Principal caller,
            @Nullable @QueryValue @Min(1) @Max(100) Integer limit,
            @Nullable @QueryValue String cursor) {
        ListBlocks.Listed listed =
                listBlocks.list(caller.memberId(), Objects.requireNonNullElse(limit, DEFAULT_LIMIT), cursor);
        return listed.page()
                .map(block -> new BlockView(block.blockedId(), listed.names().get(block.blockedId()), block.since()));
    }

    /** Blocks a member: neither writes to the other directly, adds them to a group, or sees that they are here. */
    @Put("/blocks/{memberId}")
    @Status(HttpStatus.NO_CONTENT)
    void block(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String memberId) {
        blockMember.block(caller.memberId(), memberId);
    }

    /** Hears from a member again. */
    @Delete("/blocks/{memberId}")
    @Status(HttpStatus.NO_CONTENT)
    void unblock(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String memberId) {
        unblockMember.unblock(caller.memberId(), memberId);
    }
}
