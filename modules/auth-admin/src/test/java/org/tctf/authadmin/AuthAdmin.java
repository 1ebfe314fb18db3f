package org.tctf.authadmin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;

/** What the sentences say to the service, whatever runs it. */
interface AuthAdmin extends AutoCloseable {

    /** Accounts that were found, by id, newest first. */
    record Found(List<String> userIds, @Nullable String nextCursor) {}

    /** A key that was just made. */
    record Made(String id, String key) {}

    /** An entry of the audit log. */
    record Seen(
            String type,
            String outcome,
            @Nullable String memberId,
            String actor,
            @Nullable String reason,
            String details,
            boolean isLinked) {}

    /** What a look at the audit log has found. */
    record Looked(boolean isIntact, boolean isComplete, long entries) {}

    /** Somebody who has just proved who they are. */
    interface Somebody {

        /** @param what {@code status}, {@code activation} or {@code roles} */
        void put(String what, Map<String, ?> form);

        void endSessions(String userId, String reason);

        void endEverybodysSessions(String reason);

        Found search(Map<String, String> filter);

        /** @return the id and the key */
        Made createKey(int days, String... scopes);

        Made rotateKey(String id, int overlapHours);

        void revokeKey(String id);

        /** Ids of the keys that are good, newest first. */
        List<String> keys();

        /** What the audit log has, newest first. */
        List<Seen> audit(Map<String, String> filter);

        /** Whether the audit log is what was written, and how many entries of it were looked at. */
        Looked verify();
    }

    /** Where accounts live. */
    IdentityProvider identity();

    Somebody as(String userId, Role... roles);

    /** Another service says that something happened to a member. */
    void happened(String type, String userId, Map<String, ?> fact);

    /** An authentication service says something; nobody need be concerned. */
    void said(String service, String type, Map<String, ?> fact);

    /** The minute's linking of the audit log. */
    void linkAudit();

    /** The minute's look for the first admin. */
    void appointFirstAdmin();

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    void advance(Duration by);

    /** What the service answers to a member who wants a copy of their data: files by name. */
    JsonNode export(String userId);

    @Override
    void close();
}
