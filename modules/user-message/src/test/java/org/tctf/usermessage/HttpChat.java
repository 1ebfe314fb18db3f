package org.tctf.usermessage;

import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The service over HTTP, each call with a new connection to nobody in particular. */
record HttpChat(Platform platform) implements Chat {
    private static final String CONVERSATIONS = "/v1/conversations";

    @Override
    public void exists(String memberId, String firstName) {
        platform.fact(
                "USER_CREATED",
                1,
                memberId,
                Map.of("userId", memberId, "firstName", firstName, "lastName", "Lovelace", "language", "en"));
    }

    @Override
    public void arrives(String type, String subject, Map<String, ?> data) {
        String id = UUID.randomUUID().toString();
        platform.deliver(new Envelope(
                id,
                "elsewhere",
                type,
                1,
                platform.clock().instant(),
                subject,
                Envelope.schemaPath(type, 1),
                2,
                id,
                null,
                subject,
                null,
                platform.codec().toJson(data)));
        platform.settle();
    }

    @Override
    public void passes(Duration time) {
        platform.settle();
        platform.advance(time);
        platform.settle();
    }

    @Override
    public String direct(String memberId, String otherId) {
        platform.settle();
        return json(platform.as(memberId).send("PUT", CONVERSATIONS + "/direct/" + otherId, null))
                .path("conversationId")
                .asText();
    }

    @Override
    public String group(String ownerId, String name, List<String> others) {
        platform.settle();
        return json(platform.as(ownerId).post(CONVERSATIONS, Map.of("name", name, "memberIds", others)))
                .path("conversationId")
                .asText();
    }

    @Override
    public Said send(
            String memberId, String conversationId, String clientMessageId, String text, @Nullable Long repliesTo) {
        Map<String, Object> form = new HashMap<>(Map.of("clientMessageId", clientMessageId, "text", text));
        if (repliesTo != null) {
            form.put("repliesTo", repliesTo);
        }
        return said(json(platform.as(memberId).post(path(conversationId) + "/messages", form)));
    }

    @Override
    public Said edit(String memberId, String conversationId, long number, String text) {
        return said(json(platform.as(memberId).put(message(conversationId, number), Map.of("text", text))));
    }

    @Override
    public Said delete(String memberId, String conversationId, long number) {
        return said(json(platform.as(memberId).delete(message(conversationId, number))));
    }

    @Override
    public Said react(String memberId, String conversationId, long number, @Nullable String emoji) {
        String reaction = message(conversationId, number) + "/reaction";
        return said(json(
                emoji == null
                        ? platform.as(memberId).delete(reaction)
                        : platform.as(memberId).put(reaction, Map.of("emoji", emoji))));
    }

    @Override
    public void read(String memberId, String conversationId, long upTo) {
        json(platform.as(memberId).put(path(conversationId) + "/position", Map.of("read", upTo)));
    }

    @Override
    public Gap sync(String memberId, String conversationId, long after, int limit) {
        JsonNode gap = json(
                platform.as(memberId).get(path(conversationId) + "/changes?after=%d&limit=%d".formatted(after, limit)));
        List<Happened> changes = new ArrayList<>();
        gap.path("changes").forEach(change -> changes.add(happened(change)));
        Map<String, Long> read = new HashMap<>();
        gap.path("positions")
                .forEach(position -> read.put(
                        position.path("memberId").asText(),
                        position.path("read").asLong()));
        return new Gap(changes, gap.path("upTo").asLong(), gap.path("more").asBoolean(), read);
    }

    @Override
    public Room show(String memberId, String conversationId) {
        return room(json(platform.as(memberId).get(path(conversationId))));
    }

    @Override
    public List<Room> rooms(String memberId) {
        List<Room> rooms = new ArrayList<>();
        json(platform.as(memberId).get(CONVERSATIONS + "?limit=100"))
                .path("items")
                .forEach(item -> rooms.add(room(item)));
        return rooms;
    }

    @Override
    public List<Said> messages(String memberId, String conversationId, @Nullable String words) {
        List<Said> messages = new ArrayList<>();
        json(platform.as(memberId)
                        .get(path(conversationId) + "/messages?limit=100" + (words == null ? "" : "&q=" + words)))
                .path("items")
                .forEach(item -> messages.add(said(item)));
        return messages;
    }

    @Override
    public List<String> search(String memberId, String words) {
        List<String> texts = new ArrayList<>();
        json(platform.as(memberId).get("/v1/chat/search?q=" + words.replace(" ", "%20")))
                .path("items")
                .forEach(item -> texts.add(item.path("text").asText()));
        return texts;
    }

    @Override
    public void rename(String memberId, String conversationId, String name) {
        json(platform.as(memberId).put(path(conversationId) + "/name", Map.of("name", name)));
    }

    @Override
    public void add(String memberId, String conversationId, List<String> others) {
        platform.settle();
        json(platform.as(memberId).post(path(conversationId) + "/members", Map.of("memberIds", others)));
    }

    @Override
    public void remove(String memberId, String conversationId, String other) {
        accepted(platform.as(memberId).delete(path(conversationId) + "/members/" + other));
    }

    @Override
    public void role(String memberId, String conversationId, String other, String role) {
        json(platform.as(memberId).put(path(conversationId) + "/members/" + other + "/role", Map.of("role", role)));
    }

    @Override
    public void block(String memberId, String other) {
        accepted(platform.as(memberId).send("PUT", "/v1/chat/blocks/" + other, null));
    }

    @Override
    public void unblock(String memberId, String other) {
        accepted(platform.as(memberId).delete("/v1/chat/blocks/" + other));
    }

    @Override
    public List<String> blocks(String memberId) {
        List<String> blocked = new ArrayList<>();
        json(platform.as(memberId).get("/v1/chat/blocks"))
                .path("items")
                .forEach(item -> blocked.add(item.path("memberId").asText()));
        return blocked;
    }

    @Override
    public long unread(String memberId) {
        return json(platform.as(memberId).get("/v1/chat/unread"))
                .path("messages")
                .asLong();
    }

    @Override
    public List<String> published(String type, String subject) {
        return platform.settled(type).stream()
                .filter(fact -> fact.subject().equals(subject))
                .map(Envelope::data)
                .toList();
    }

    @Override
    public String export(String memberId) {
        platform.settle();
        String export = "export-" + memberId;
        arrives("DATA_EXPORT_REQUESTED", memberId, Map.of("exportId", export, "userId", memberId));
        return PersonalDataExport.unpacked(published("DATA_EXPORT_PREPARED", export).stream()
                .map(data ->
                        platform.codec().fromJson(data, PlainChat.Piece.class).piece())
                .map(piece -> platform.encryption().decrypt(PersonalDataExport.PURPOSE, piece))
                .toList());
    }

    @Override
    public void close() {
        platform.settle();
    }

    private static String path(String conversationId) {
        return CONVERSATIONS + "/" + conversationId;
    }

    private static String message(String conversationId, long number) {
        return path(conversationId) + "/messages/" + number;
    }

    private static JsonNode json(Answer answer) {
        return accepted(answer).json();
    }

    private static Said said(JsonNode view) {
        List<String> reactions = new ArrayList<>();
        view.path("reactions")
                .forEach(reaction -> reactions.add(reaction.path("memberId").asText() + " "
                        + reaction.path("emoji").asText()));
        return new Said(
                view.path("number").asLong(),
                view.path("revision").asLong(),
                view.path("text").asText(),
                view.hasNonNull("deletedAt"),
                reactions);
    }

    private static Happened happened(JsonNode view) {
        List<String> memberIds = new ArrayList<>();
        view.path("memberIds").forEach(id -> memberIds.add(id.asText()));
        return new Happened(
                view.path("seq").asLong(),
                view.path("kind").asText(),
                view.hasNonNull("message") ? said(view.path("message")) : null,
                memberIds);
    }

    private static Room room(JsonNode view) {
        Map<String, String> roles = new HashMap<>();
        view.path("members")
                .forEach(member -> roles.put(
                        member.path("memberId").asText(), member.path("role").asText()));
        return new Room(
                view.path("conversationId").asText(),
                view.hasNonNull("name") ? view.path("name").asText() : null,
                view.path("seq").asLong(),
                view.path("lastNumber").asLong(),
                view.path("unread").asLong(),
                roles);
    }
}
