package org.tctf.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tctf.activity.Activity.Fact;

/** Facts as other services publish them. */
final class Facts {
    private static final String NOON = "2026-11-20T12:00:00Z";

    private Facts() {}

    static Fact userCreated(String member, String firstName) {
        return userCreated(member, firstName, "en");
    }

    static Fact userCreated(String member, String firstName, String language) {
        return fact(
                "USER_CREATED",
                member,
                1,
                Map.of(
                        "userId", member,
                        "email", "someone@example.org",
                        "firstName", firstName,
                        "lastName", "Lovelace",
                        "membershipName", "a_" + firstName,
                        "plan", "INDIVIDUAL",
                        "tier", "BASIC",
                        "country", "GB",
                        "language", language));
    }

    static Fact profileUpdated(String member, String displayName, long version) {
        return fact(
                "PROFILE_UPDATED",
                member,
                version,
                Map.of(
                        "userId",
                        member,
                        "displayName",
                        displayName,
                        "categories",
                        List.of("BASIC"),
                        "fields",
                        List.of("firstName")));
    }

    static Fact signedIn(String member) {
        return fact(
                "SIGNED_IN",
                member,
                1,
                Map.of(
                        "userId",
                        member,
                        "sessionId",
                        UUID.randomUUID().toString(),
                        "method",
                        "PASSWORD",
                        "device",
                        "a browser"));
    }

    static Fact userErased(String member) {
        return fact("USER_ERASED", member, 9, Map.of("userId", member));
    }

    static Fact preferencesChanged(String member, long version, Map<String, ?> preferences) {
        var data = new HashMap<String, Object>(preferences);
        data.put("userId", member);
        return fact("PREFERENCES_CHANGED", member, version, data);
    }

    static Fact reactionAdded(String author, String post, String person) {
        return reaction("REACTION_ADDED", author, post, person);
    }

    static Fact reactionRemoved(String author, String post, String person) {
        return reaction("REACTION_REMOVED", author, post, person);
    }

    static Fact connectionRequested(String from, String to) {
        return fact(
                "CONNECTION_REQUESTED",
                from,
                1,
                Map.of("connectionId", UUID.randomUUID().toString(), "requesterId", from, "addresseeId", to));
    }

    static Fact passwordChanged(String member) {
        return fact("PASSWORD_CHANGED", member, 1, Map.of("userId", member));
    }

    static Fact chatMessageSent(String from, String to, long number) {
        return sent(from, conversation(from, to), number, Map.of("kind", "DIRECT", "recipients", 1, "recipientId", to));
    }

    static Fact groupMessageSent(String from, long number) {
        return sent(from, "a-group", number, Map.of("kind", "GROUP", "recipients", 3));
    }

    static Fact chatMessageRead(String member, String with, long upTo) {
        String conversation = conversation(member, with);
        return fact(
                "CHAT_MESSAGE_READ",
                conversation,
                upTo,
                Map.of("conversationId", conversation, "memberId", member, "upTo", upTo, "readAt", NOON));
    }

    /** The one conversation of two. */
    private static String conversation(String one, String other) {
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }

    private static Fact sent(String from, String conversation, long number, Map<String, ?> more) {
        var data = new HashMap<String, Object>(more);
        data.putAll(Map.of(
                "conversationId",
                conversation,
                "number",
                number,
                "senderId",
                from,
                "media",
                0,
                "reply",
                false,
                "sentAt",
                NOON));
        return fact("CHAT_MESSAGE_SENT", conversation, number, data);
    }

    private static Fact reaction(String type, String author, String post, String person) {
        return fact(
                type, post, 1, Map.of("postId", post, "postAuthorId", author, "memberId", person, "reaction", "like"));
    }

    private static Fact fact(String type, String subject, long version, Map<String, ?> data) {
        return new Fact(UUID.randomUUID().toString(), type, subject, version, data);
    }
}
