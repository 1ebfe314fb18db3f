package org.tctf.usermessage.domain;

/**
 * A member's own view of a conversation, there as long as they are in it.
 *
 * @param sinceChange the first change that they see
 * @param afterMessage they see no message up to it
 * @param readUpTo the last message that they have read
 * @param deliveredUpTo the last message that one of their devices has; never less than what they have read
 */
public record Seat(
        String conversationId,
        String memberId,
        long sinceChange,
        long afterMessage,
        long readUpTo,
        long deliveredUpTo) {

    public static Seat of(String conversationId, Participant participant) {
        long from = participant.afterMessage();
        return new Seat(conversationId, participant.memberId(), participant.sinceChange(), from, from, from);
    }

    /** Further on by what is further on; itself when nothing is. */
    public Seat moved(long read, long delivered) {
        long nowRead = Math.max(readUpTo, read);
        long nowDelivered = Math.max(nowRead, Math.max(deliveredUpTo, delivered));
        return nowRead == readUpTo && nowDelivered == deliveredUpTo
                ? this
                : new Seat(conversationId, memberId, sinceChange, afterMessage, nowRead, nowDelivered);
    }

    public boolean sees(LogEntry entry) {
        return entry.seq() >= sinceChange && (entry.number() == 0 || entry.number() > afterMessage);
    }

    public long unread(Head head) {
        return Math.max(0, head.lastNumber() - readUpTo);
    }
}
