package org.tctf.usermessage;

import static org.tctf.testing.Refused.asked;
import static org.tctf.testing.Refused.done;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.testing.Workbench;
import org.tctf.usermessage.adapter.events.NameChanges;
import org.tctf.usermessage.adapter.events.NewNames;
import org.tctf.usermessage.adapter.events.OnDataExportRequested;
import org.tctf.usermessage.adapter.events.OnUserBlocked;
import org.tctf.usermessage.adapter.events.OnUserErased;
import org.tctf.usermessage.adapter.events.RemainsErasures;
import org.tctf.usermessage.adapter.view.ChangeView;
import org.tctf.usermessage.adapter.view.ConversationView;
import org.tctf.usermessage.adapter.view.GapView;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.adapter.view.PositionView;
import org.tctf.usermessage.application.Words;
import org.tctf.usermessage.domain.Draft;
import org.tctf.usermessage.domain.Emoji;
import org.tctf.usermessage.domain.GroupName;
import org.tctf.usermessage.domain.Role;

/** The service as plain calls. */
final class PlainChat implements Chat {
    private final Workbench bench;
    private final Wired wired;
    private final Map<String, EventConsumer<?>> consumers;

    PlainChat(Workbench bench) {
        this.bench = bench;
        wired = new Wired(bench);
        consumers = Map.of(
                "USER_CREATED", new NewNames(wired.learnName),
                "PROFILE_UPDATED", new NameChanges(wired.learnName),
                "USER_BLOCKED", new OnUserBlocked(wired.blockMember),
                "USER_ERASED", new OnUserErased(wired.forgetMember),
                "DATA_EXPORT_REQUESTED",
                        new OnDataExportRequested(
                                wired.listConversations,
                                wired.messages,
                                wired.blocks,
                                bench.tables(),
                                bench.codec(),
                                bench.encryption()));
    }

    @Override
    public void exists(String memberId, String firstName) {
        arrives("USER_CREATED", memberId, Map.of("userId", memberId, "firstName", firstName, "lastName", "Lovelace"));
    }

    @Override
    public void arrives(String type, String subject, Map<String, ?> data) {
        String id = bench.ids().next().toString();
        EventConsumer<?> consumer = consumers.get(type);
        if (consumer == null) {
            throw new IllegalArgumentException("nobody here hears " + type);
        }
        bench.deliver(
                consumer,
                new Envelope(
                        id,
                        "elsewhere",
                        type,
                        1,
                        bench.clock().instant(),
                        subject,
                        Envelope.schemaPath(type, 1),
                        type.equals("USER_CREATED") ? 1 : 2,
                        id,
                        null,
                        subject,
                        null,
                        bench.codec().toJson(data)));
    }

    @Override
    public void passes(Duration time) {
        bench.clock().advance(time);
        bench.work(new RemainsErasures(wired.eraseRemains));
    }

    @Override
    public String direct(String memberId, String otherId) {
        return asked(() -> wired.startDirect.start(memberId, otherId));
    }

    @Override
    public String group(String ownerId, String name, List<String> others) {
        return asked(() -> wired.startGroup.start(ownerId, new GroupName(name), others));
    }

    @Override
    public Said send(
            String memberId, String conversationId, String clientMessageId, String text, @Nullable Long repliesTo) {
        return asked(() -> said(MessageView.of(wired.sendMessage.send(
                memberId, new Draft(conversationId, clientMessageId, text, List.of(), repliesTo)))));
    }

    @Override
    public Said edit(String memberId, String conversationId, long number, String text) {
        return asked(() -> said(MessageView.of(wired.editMessage.edit(memberId, conversationId, number, text))));
    }

    @Override
    public Said delete(String memberId, String conversationId, long number) {
        return asked(() -> said(MessageView.of(wired.deleteMessage.delete(memberId, conversationId, number))));
    }

    @Override
    public Said react(String memberId, String conversationId, long number, @Nullable String emoji) {
        return asked(() -> said(MessageView.of(wired.reactToMessage.react(
                memberId, conversationId, number, emoji == null ? null : new Emoji(emoji)))));
    }

    @Override
    public void read(String memberId, String conversationId, long upTo) {
        done(() -> wired.movePosition.move(memberId, conversationId, upTo, 0));
    }

    @Override
    public Gap sync(String memberId, String conversationId, long after, int limit) {
        return asked(() -> {
            GapView gap = GapView.of(wired.syncConversation.sync(memberId, conversationId, after, limit));
            return new Gap(
                    gap.changes().stream().map(PlainChat::happened).toList(),
                    gap.upTo(),
                    gap.more(),
                    gap.positions().stream().collect(Collectors.toMap(PositionView::memberId, PositionView::read)));
        });
    }

    @Override
    public Room show(String memberId, String conversationId) {
        return asked(() -> room(ConversationView.of(wired.showConversation.show(memberId, conversationId))));
    }

    @Override
    public List<Room> rooms(String memberId) {
        return wired.listConversations.list(memberId, 100, null).items().stream()
                .map(ConversationView::of)
                .map(PlainChat::room)
                .toList();
    }

    @Override
    public List<Said> messages(String memberId, String conversationId, @Nullable String words) {
        return asked(
                () -> wired
                        .listMessages
                        .list(memberId, conversationId, words == null ? null : Words.of(words), 100, null)
                        .items()
                        .stream()
                        .map(MessageView::of)
                        .map(PlainChat::said)
                        .toList());
    }

    @Override
    public List<String> search(String memberId, String words) {
        return asked(() -> wired.searchMessages.search(memberId, Words.of(words), null).items().stream()
                .map(message -> message.text())
                .toList());
    }

    @Override
    public void rename(String memberId, String conversationId, String name) {
        done(() -> wired.renameGroup.rename(memberId, conversationId, new GroupName(name), null));
    }

    @Override
    public void add(String memberId, String conversationId, List<String> others) {
        done(() -> wired.addMembers.add(memberId, conversationId, others));
    }

    @Override
    public void remove(String memberId, String conversationId, String other) {
        done(() -> wired.removeMember.remove(memberId, conversationId, other));
    }

    @Override
    public void role(String memberId, String conversationId, String other, String role) {
        done(() -> wired.changeRole.change(memberId, conversationId, other, Role.valueOf(role)));
    }

    @Override
    public void block(String memberId, String other) {
        done(() -> wired.blockMember.block(memberId, other));
    }

    @Override
    public void unblock(String memberId, String other) {
        done(() -> wired.unblockMember.unblock(memberId, other));
    }

    @Override
    public List<String> blocks(String memberId) {
        return wired.listBlocks.list(memberId, 100, null).page().items().stream()
                .map(block -> block.blockedId())
                .toList();
    }

    @Override
    public long unread(String memberId) {
        return wired.countUnread.count(memberId).messages();
    }

    @Override
    public List<String> published(String type, String subject) {
        return bench.raised(type).stream()
                .filter(fact -> fact.subject().equals(subject))
                .map(Envelope::data)
                .toList();
    }

    @Override
    public String export(String memberId) {
        arrives("DATA_EXPORT_REQUESTED", memberId, Map.of("exportId", "export-" + memberId, "userId", memberId));
        return PersonalDataExport.unpacked(published("DATA_EXPORT_PREPARED", "export-" + memberId).stream()
                .map(data -> bench.codec().fromJson(data, Piece.class).piece())
                .map(piece -> bench.encryption().decrypt(PersonalDataExport.PURPOSE, piece))
                .toList());
    }

    @Override
    public void close() {
        bench.close();
    }

    /** What is read of a fact here. */
    record Piece(Encrypted piece) {}

    private static Said said(MessageView view) {
        return new Said(
                view.number(),
                view.revision(),
                view.text(),
                view.deletedAt() != null,
                view.reactions().stream()
                        .map(reaction -> reaction.memberId() + " " + reaction.emoji())
                        .toList());
    }

    private static Happened happened(ChangeView view) {
        MessageView message = view.message();
        return new Happened(view.seq(), view.kind(), message == null ? null : said(message), view.memberIds());
    }

    private static Room room(ConversationView view) {
        Map<String, String> roles = new TreeMap<>();
        if (view.members() != null) {
            view.members().forEach(member -> roles.put(member.memberId(), member.role()));
        }
        return new Room(
                view.conversationId(), view.name(), view.seq(), view.lastNumber(), view.unread(), new HashMap<>(roles));
    }
}
