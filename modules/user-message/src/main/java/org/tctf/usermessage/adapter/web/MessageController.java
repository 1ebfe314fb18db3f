package org.tctf.usermessage.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.MaxBody;
import org.tctf.kernel.web.RateLimit;
import org.tctf.usermessage.adapter.view.GapView;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.adapter.view.PositionView;
import org.tctf.usermessage.application.DeleteMessage;
import org.tctf.usermessage.application.EditMessage;
import org.tctf.usermessage.application.ListMessages;
import org.tctf.usermessage.application.MovePosition;
import org.tctf.usermessage.application.ReactToMessage;
import org.tctf.usermessage.application.SendMessage;
import org.tctf.usermessage.application.SyncConversation;
import org.tctf.usermessage.application.Words;
import org.tctf.usermessage.domain.Draft;
import org.tctf.usermessage.domain.Emoji;

/** What is said in a conversation: the socket's actions over HTTP, and lists. */
@Controller("/v1/conversations/{id}")
final class MessageController {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID = 64;
    private static final int MAX_EMOJI = 64;
    private static final int MAX_QUERY = 100;

    /** A text of 4,000 characters of three bytes each, escaped. */
    private static final int MAX_BODY = 32 * 1024;

    /** A message with a text, media, or both; the same id again sends nothing more. */
    record SendForm(
            @Size(min = 1, max = MAX_ID) String clientMessageId,
            @Nullable @Size(max = Draft.MAX_TEXT) String text,
            @Nullable @Size(max = Draft.MAX_MEDIA) List<@Size(min = 1, max = MAX_ID) String> mediaIds,
            @Nullable @Min(1) Long repliesTo) {

        @Override
        public String toString() {
            return "SendForm[…]";
        }
    }

    /** What the message says from now on. */
    record EditForm(@Size(max = Draft.MAX_TEXT) String text) {

        @Override
        public String toString() {
            return "EditForm[…]";
        }
    }

    /** One emoji. */
    record ReactionForm(@Size(min = 1, max = MAX_EMOJI) String emoji) {}

    /** How far the caller is; what is left out stays. */
    record PositionForm(
            @Nullable @Min(0) Long read, @Nullable @Min(0) Long delivered) {}

    private final SendMessage sendMessage;
    private final EditMessage editMessage;
    private final DeleteMessage deleteMessage;
    private final ReactToMessage reactToMessage;
    private final MovePosition movePosition;
    private final ListMessages listMessages;
    private final SyncConversation syncConversation;

    MessageController(
            SendMessage sendMessage,
            EditMessage editMessage,
            DeleteMessage deleteMessage,
            ReactToMessage reactToMessage,
            MovePosition movePosition,
            ListMessages listMessages,
            SyncConversation syncConversation) {
        this.sendMessage = sendMessage;
        this.editMessage = editMessage;
        this.deleteMessage = deleteMessage;
        this.reactToMessage = reactToMessage;
        this.movePosition = movePosition;
        this.listMessages = listMessages;
        this.syncConversation = syncConversation;
    }

    /**
     * Messages, the newest first: all, or those with these words at the beginning of words. A search may end a page before
     * the limit, even with nothing, and go on at its cursor.
     */
    @Get("/messages")
    Page<MessageView> list(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @Nullable @QueryValue @Size(min = 1, max = MAX_QUERY) String q,
            @Nullable @QueryValue @Min(1) @Max(100) Integer limit,
            @Nullable @QueryValue String cursor) {
        Words words = q == null ? null : Words.of(q);
        return listMessages
                .list(caller.memberId(), id, words, Objects.requireNonNullElse(limit, DEFAULT_LIMIT), cursor)
                .map(MessageView::of);
    }

    /** Sends a message. */
    @Post("/messages")
    @Status(HttpStatus.CREATED)
    @MaxBody(MAX_BODY)
    @RateLimit(value = 300, per = "PT1M")
    MessageView send(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id, @Body SendForm form) {
        return MessageView.of(sendMessage.send(
                caller.memberId(),
                new Draft(
                        id,
                        form.clientMessageId(),
                        Objects.requireNonNullElse(form.text(), ""),
                        Objects.requireNonNullElse(form.mediaIds(), List.of()),
                        form.repliesTo())));
    }

    /** Edits a message of the caller's, within 15 minutes. */
    @Put("/messages/{number}")
    @MaxBody(MAX_BODY)
    MessageView edit(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @PathVariable @Min(1) long number,
            @Body EditForm form) {
        return MessageView.of(editMessage.edit(caller.memberId(), id, number, form.text()));
    }

    /** Deletes a message: who sent it, or who leads the group. Its number stays. */
    @Delete("/messages/{number}")
    MessageView delete(
            Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id, @PathVariable @Min(1) long number) {
        return MessageView.of(deleteMessage.delete(caller.memberId(), id, number));
    }

    /** Reacts to a message, in the place of the caller's reaction before. */
    @Put("/messages/{number}/reaction")
    MessageView react(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @PathVariable @Min(1) long number,
            @Body ReactionForm form) {
        return MessageView.of(reactToMessage.react(caller.memberId(), id, number, new Emoji(form.emoji())));
    }

    /** Takes the caller's reaction away. */
    @Delete("/messages/{number}/reaction")
    MessageView unreact(
            Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id, @PathVariable @Min(1) long number) {
        return MessageView.of(reactToMessage.react(caller.memberId(), id, number, null));
    }

    /** Says how far the caller has got and read; it never goes back. */
    @Put("/position")
    PositionView move(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id, @Body PositionForm form) {
        return PositionView.of(movePosition.move(
                caller.memberId(),
                id,
                Objects.requireNonNullElse(form.read(), 0L),
                Objects.requireNonNullElse(form.delivered(), 0L)));
    }

    /** What has changed after a change that the caller knows, or from the beginning: the gap, all of it, nothing else. */
    @Get("/changes")
    GapView sync(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @Nullable @QueryValue @Min(0) Long after,
            @Nullable @QueryValue @Min(1) @Max(SyncConversation.MAX_CHANGES) Integer limit) {
        return GapView.of(syncConversation.sync(
                caller.memberId(),
                id,
                Objects.requireNonNullElse(after, 0L),
                Objects.requireNonNullElse(limit, SyncConversation.MAX_CHANGES)));
    }
}
