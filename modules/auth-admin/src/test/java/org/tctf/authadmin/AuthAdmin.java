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

    /** A request was refused with this code. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String code) {
            super(code);
        }
    }

    /** Accounts that were found, by id, newest first. */
    record Found(List<String> userIds, @Nullable String nextCursor) {}

    /** Somebody who has just proved who they are. */
    interface Somebody {

        /** @param what {@code status}, {@code activation} or {@code roles} */
        void put(String what, Map<String, ?> form);

        Found search(Map<String, String> filter);
    }

    /** Where accounts live. */
    IdentityProvider identity();

    Somebody as(String userId, Role... roles);

    /** Another service says that something happened to a member. */
    void happened(String type, String userId, Map<String, ?> fact);

    /** The minute's look for the first admin. */
    void appointFirstAdmin();

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    void advance(Duration by);

    @Override
    void close();
}
