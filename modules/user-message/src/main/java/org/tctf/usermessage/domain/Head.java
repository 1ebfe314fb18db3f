package org.tctf.usermessage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation is. Every write to it replaces the head in the same transaction, if nobody else did since it was
 * read: that is what gives messages and changes their numbers, without gaps and never twice (ADR 31).
 *
 * @param version the number of the last change
 * @param pair the two of a direct conversation; empty for a group
 * @param lastNumber the number of the last message
 */
public record Head(
        String conversationId,
        long version,
        Kind kind,
        @Nullable String name,
        List<String> pair,
        int memberCount,
        long lastNumber,
        Instant startedAt,
        @Nullable Instant lastSentAt) {

    public Head {
        pair = List.copyOf(pair);
    }

    /** Of a conversation that starts with its first change. */
    public static Head first(Conversation conversation) {
        return new Head(
                conversation.conversationId(),
                1,
                conversation.kind(),
                conversation.name(),
                conversation.pair(),
                conversation.members().size(),
                0,
                conversation.startedAt(),
                null);
    }

    /** After so many changes more. */
    public Head after(int changes) {
        return new Head(
                conversationId, version + changes, kind, name, pair, memberCount, lastNumber, startedAt, lastSentAt);
    }

    /** After a message more. */
    public Head after(Message sent) {
        return new Head(
                conversationId, version + 1, kind, name, pair, memberCount, sent.number(), startedAt, sent.sentAt());
    }

    /** After a change of who is in it, or of its name. */
    public Head after(Conversation changed) {
        return new Head(
                conversationId,
                version + 1,
                kind,
                changed.name(),
                changed.pair(),
                changed.members().size(),
                lastNumber,
                startedAt,
                lastSentAt);
    }

    /** The other one of a direct conversation, while there is one. */
    public @Nullable String peerOf(String memberId) {
        return pair.size() < 2 ? null : pair.get(pair.getFirst().equals(memberId) ? 1 : 0);
    }
}
