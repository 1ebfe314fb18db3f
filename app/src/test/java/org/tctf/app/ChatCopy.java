package org.tctf.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client has of a conversation; safe for concurrent use. It notes everything that should not have come so. */
final class ChatCopy {

    /** A message, as far as a test compares it. */
    record Said(long revision, String clientMessageId, String senderId, String text, boolean isDeleted) {
        static Said of(JsonNode message) {
            return new Said(
                    message.path("revision").asLong(),
                    message.path("clientMessageId").asText(),
                    message.path("senderId").asText(),
                    message.path("text").asText(),
                    message.hasNonNull("deletedAt"));
        }
    }

    private final Map<Long, Said> messages = new TreeMap<>();
    private final List<String> surprises = new ArrayList<>();
    private long known;
    private long lastSent;
    private boolean isBehind;

    synchronized long known() {
        return known;
    }

    synchronized boolean isBehind() {
        return isBehind;
    }

    synchronized Map<Long, Said> messages() {
        return new TreeMap<>(messages);
    }

    synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** A change was pushed: taken when it is the next one. */
    synchronized void told(JsonNode change) {
        long seq = change.path("seq").asLong();
        if (seq == known + 1) {
            apply(change);
        } else if (seq > known) {
            isBehind = true;
        }
    }

    /** A page of what was missed came; pushes may have been faster with some of it. */
    synchronized boolean replayed(JsonNode gap) {
        for (JsonNode change : gap.path("changes")) {
            long seq = change.path("seq").asLong();
            if (seq > known + 1) {
                surprises.add("change %d after %d".formatted(seq, known));
            }
            if (seq > known) {
                apply(change);
            }
        }
        boolean isMore = gap.path("more").asBoolean();
        isBehind = isMore || known < gap.path("upTo").asLong();
        return isMore;
    }

    private void apply(JsonNode change) {
        known = change.path("seq").asLong();
        JsonNode message = change.path("message");
        if (message.isMissingNode()) {
            return;
        }
        long number = message.path("number").asLong();
        if (change.path("kind").asText().equals("SENT")) {
            if (number != lastSent + 1) {
                surprises.add("message %d after %d".formatted(number, lastSent));
            }
            lastSent = number;
        }
        messages.merge(number, Said.of(message), (old, now) -> now.revision() >= old.revision() ? now : old);
    }
}
