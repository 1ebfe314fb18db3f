package org.tctf.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tctf.activity.Activity.Fact;

/** Facts as other services publish them. */
final class Facts {
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

    private static Fact reaction(String type, String author, String post, String person) {
        return fact(
                type, post, 1, Map.of("postId", post, "postAuthorId", author, "memberId", person, "reaction", "like"));
    }

    private static Fact fact(String type, String subject, long version, Map<String, ?> data) {
        return new Fact(UUID.randomUUID().toString(), type, subject, version, data);
    }
}
