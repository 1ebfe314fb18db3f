package org.tctf.usermessage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as the sentences of {@link ChatBehaviour} use it, whatever runs it. */
interface Chat extends AutoCloseable {

    /** A message as a member sees it. */
    record Said(long number, long revision, String text, boolean isDeleted, List<String> reactions) {}

    /** A change as a client replays it. */
    record Happened(long seq, String kind, @Nullable Said message, List<String> memberIds) {}

    /** What a client missed. */
    record Gap(List<Happened> changes, long upTo, boolean more, Map<String, Long> read) {}

    /** A conversation as a member sees it. */
    record Room(String id, @Nullable String name, long seq, long lastNumber, long unread, Map<String, String> roles) {}

    void exists(String memberId, String firstName);

    /** A fact of another service. */
    void arrives(String type, String subject, Map<String, ?> data);

    void passes(Duration time);

    String direct(String memberId, String otherId);

    String group(String ownerId, String name, List<String> others);

    Said send(String memberId, String conversationId, String clientMessageId, String text, @Nullable Long repliesTo);

    Said edit(String memberId, String conversationId, long number, String text);

    Said delete(String memberId, String conversationId, long number);

    Said react(String memberId, String conversationId, long number, @Nullable String emoji);

    void read(String memberId, String conversationId, long upTo);

    Gap sync(String memberId, String conversationId, long after, int limit);

    Room show(String memberId, String conversationId);

    List<Room> rooms(String memberId);

    List<Said> messages(String memberId, String conversationId, @Nullable String words);

    List<String> search(String memberId, String words);

    void rename(String memberId, String conversationId, String name);

    void add(String memberId, String conversationId, List<String> others);

    void remove(String memberId, String conversationId, String other);

    void role(String memberId, String conversationId, String other, String role);

    void block(String memberId, String other);

    void unblock(String memberId, String other);

    List<String> blocks(String memberId);

    /** Messages unread in all conversations. */
    long unread(String memberId);

    /** The facts of a type that have been published about a subject, as JSON. */
    List<String> published(String type, String subject);

    /** What a member gets who asks for a copy of what is kept. */
    String export(String memberId);

    @Override
    void close();
}
