package org.tctf.usermessage.adapter.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.application.Shown;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Participant;

/**
 * A conversation as the caller sees it.
 *
 * @param name of a group; of a direct conversation what the other one is called, if that is known
 * @param seq the last change: what a client that knows it has nothing to sync for
 * @param lastNumber the last message
 * @param read the last message that the caller has read
 * @param peerId the other one of a direct conversation
 * @param members and positions, where one conversation is asked for
 * @param version of the group's name and members, as in the entity tag
 */
public record ConversationView(
        String conversationId,
        String kind,
        @Nullable String name,
        @Nullable String peerId,
        int memberCount,
        long seq,
        long lastNumber,
        long read,
        long unread,
        Instant startedAt,
        @Nullable Instant lastSentAt,
        @Nullable Long version,
        @Nullable List<MemberView> members,
        @Nullable List<PositionView> positions) {

    /** Who is in it; without a name who is not known, or gone. */
    public record MemberView(String memberId, @Nullable String name, String role, Instant joinedAt) {}

    public static ConversationView of(Shown shown) {
        Head head = shown.head();
        Shown.Whole whole = shown.whole();
        String peer = head.peerOf(shown.seat().memberId());
        return new ConversationView(
                head.conversationId(),
                head.kind().name(),
                peer == null ? head.name() : shown.names().get(peer),
                peer,
                head.memberCount(),
                head.version(),
                head.lastNumber(),
                shown.seat().readUpTo(),
                shown.seat().unread(head),
                head.startedAt(),
                head.lastSentAt(),
                whole == null ? null : whole.conversation().version(),
                whole == null
                        ? null
                        : whole.conversation().members().stream()
                                .map(member -> member(shown, member))
                                .toList(),
                whole == null
                        ? null
                        : whole.positions().stream().map(PositionView::of).toList());
    }

    private static MemberView member(Shown shown, Participant member) {
        return new MemberView(
                member.memberId(),
                shown.names().get(member.memberId()),
                member.role().name(),
                member.joinedAt());
    }
}
