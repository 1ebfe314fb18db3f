package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.http.PublishedApi;
import org.tctf.identity.Role;
import org.tctf.kernel.service.Service;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.TestPlatform;

/**
 * Every operation of every service, by everybody who might call it, as the published documents say who may. Where a document
 * only says "whoever is signed in", the table below says what stands between members; an operation that is not in it fails.
 */
class AuthorisationMatrixTest {
    private static final String NOBODYS = "0190c0de-0000-7000-8000-000000000000";
    private static final Set<String> REFUSED_AT_THE_GATE = Set.of(
            "TOKEN_MISSING",
            "TOKEN_EXPIRED",
            "INVALID_TOKEN",
            "ROLE_MISSING",
            "SCOPE_MISSING",
            "SERVICE_KEY_NOT_ACCEPTED");

    /** Who calls. */
    enum Who {
        ANONYMOUS,
        OTHER_MEMBER,
        OWNER,
        MODERATOR,
        STAFF,
        ADMIN,
        SERVICE_KEY,
        EXPIRED_TOKEN;

        boolean isPerson() {
            return switch (this) {
                case OTHER_MEMBER, OWNER, MODERATOR, STAFF, ADMIN -> true;
                case ANONYMOUS, SERVICE_KEY, EXPIRED_TOKEN -> false;
            };
        }

        String role() {
            return this == OTHER_MEMBER || this == OWNER ? "MEMBER" : name();
        }
    }

    /** What stands between members where being signed in is enough. */
    enum Between {
        /** Nothing in the request can name somebody else's thing. */
        ONLY_THE_CALLERS_OWN,
        /** An id in the path is looked for among the caller's own things: somebody else's is not found. */
        OTHERS_ARE_NOT_FOUND,
        /** Every member sees the same. */
        THE_SAME_FOR_ALL,
        /** Its owner may; for others it is forbidden. */
        OWNER_ONLY,
        /** The use case lets administrators do it alone. */
        ADMINS_BY_THE_DOMAIN
    }

    private static final Map<String, Between> BETWEEN_MEMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /v1/activity", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/notifications", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/notifications/read", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/notifications/seen", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/notifications/{id}/acted", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/notifications/{id}/read", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/auth/sessions", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/auth/sessions/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/auth/signout", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/step-up", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/webhooks", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/webhooks", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/webhooks/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/push-key", Between.THE_SAME_FOR_ALL),
            Map.entry("GET /v1/push-subscriptions", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/push-subscriptions", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/push-subscriptions/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/subscriptions/mine", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("PUT /v1/subscriptions/mine/{listId}", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/subscriptions/mine/{listId}", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/messages", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/messages/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/onboarding", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/onboarding/skip", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/conversations", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/conversations", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("PUT /v1/conversations/direct/{memberId}", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/chat/unread", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/chat/search", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/chat/blocks", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("PUT /v1/chat/blocks/{memberId}", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/chat/blocks/{memberId}", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/chat/socket-tickets", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/conversations/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/conversations/{id}/name", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/conversations/{id}/members", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/conversations/{id}/members/{memberId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/conversations/{id}/members/{memberId}/role", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/conversations/{id}/messages", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/conversations/{id}/messages", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/conversations/{id}/messages/{number}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/conversations/{id}/messages/{number}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/conversations/{id}/messages/{number}/reaction", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/conversations/{id}/messages/{number}/reaction", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/conversations/{id}/position", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/conversations/{id}/changes", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/conversations/{id}/presence", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/notifications/socket-tickets", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/backup-code", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/complete-setup", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/auth/mfa/devices", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/auth/mfa/devices", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/auth/mfa/passkeys", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/passkeys/register", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/passkeys/register/complete", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/passkeys/step-up", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/passkeys/step-up/complete", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/setup", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/auth/mfa/status", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/toggle", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/mfa/totp/step-up", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /oauth/browser-session", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/auth/oauth/links", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/oauth/{provider}/link", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/oauth/{provider}/link/callback", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/oauth/clients", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/oauth/clients", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/oauth/consents", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/auth/change-password", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("GET /v1/users/me", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/users/me", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/users/me/data-exports", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/users/me/deletion", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/users/me/email-change", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/users/me/email-change", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/users/me/email-change/confirm", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/users/me/phone", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/users/me/phone", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("POST /v1/users/me/phone/confirm", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("PUT /v1/users/me/preferences", Between.ONLY_THE_CALLERS_OWN),
            Map.entry("DELETE /v1/auth/mfa/devices/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/auth/mfa/passkeys/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/auth/mfa/passkeys/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/auth/oauth/links/{linkId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/oauth/clients/{clientId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/oauth/clients/{clientId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/oauth/clients/{clientId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("POST /v1/oauth/clients/{clientId}/secret", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("DELETE /v1/oauth/consents/{clientId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/oauth/consents/{clientId}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("GET /v1/users/me/data-exports/{id}", Between.OTHERS_ARE_NOT_FOUND),
            Map.entry("PUT /v1/auth/oauth/providers/{provider}", Between.ADMINS_BY_THE_DOMAIN),
            Map.entry("DELETE /v1/auth/oauth/providers/{provider}", Between.ADMINS_BY_THE_DOMAIN),
            Map.entry("GET /v1/members", Between.THE_SAME_FOR_ALL),
            Map.entry("PUT /v1/users/{id}/profile", Between.OWNER_ONLY)));

    private static TestPlatform platform;
    private static Map<Who, Caller> callers;

    record Operation(String service, String method, String path, JsonNode said) {

        String name() {
            return method + " " + path;
        }

        boolean isPublic() {
            return StreamSupport.stream(said.path("security").spliterator(), false)
                    .anyMatch(JsonNode::isEmpty);
        }

        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            said.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        /** As the document says. */
        boolean lets(Who who) {
            if (isPublic()) {
                return true;
            }
            return who == Who.SERVICE_KEY
                    ? said.has("x-service-key-scope")
                    : who.isPerson() && (roles().isEmpty() || roles().contains(who.role()));
        }

        @Override
        public String toString() {
            return service + ": " + name();
        }
    }

    @BeforeAll
    static void start() {
        platform = TestPlatform.startWithoutRateLimits();
        callers = new EnumMap<>(Who.class);
        Caller expired = platform.as("somebody");
        platform.advance(Duration.ofHours(2));
        Set<String> scopes = new TreeSet<>();
        operations().forEach(operation -> scopes.add(operation.service() + ":read"));
        String key = platform.identity()
                .serviceKeys()
                .create(
                        "key",
                        "a-program",
                        "the matrix",
                        scopes,
                        platform.clock().instant().plus(Duration.ofDays(1)))
                .orElseThrow();
        callers.put(Who.ANONYMOUS, platform.anonymous());
        callers.put(Who.OTHER_MEMBER, platform.as("other", Role.MEMBER));
        callers.put(Who.OWNER, platform.as("owner", Role.MEMBER));
        callers.put(Who.MODERATOR, platform.as("moderator", Role.MEMBER, Role.MODERATOR));
        callers.put(Who.STAFF, platform.as("staff", Role.MEMBER, Role.STAFF));
        callers.put(Who.ADMIN, platform.as("admin", Role.MEMBER, Role.ADMIN));
        callers.put(Who.SERVICE_KEY, platform.anonymous().token(key));
        callers.put(Who.EXPIRED_TOKEN, expired);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    static Stream<Operation> operations() {
        PublishedApi api = platform.bean(PublishedApi.class);
        List<Operation> operations = new ArrayList<>();
        for (Service service : Service.all()) {
            api.of(service.definition())
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(said -> operations.add(new Operation(
                                    service.definition().name(),
                                    said.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    said.getValue()))));
        }
        return operations.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void whoMayCallIsLetInAndNobodyElse(Operation operation) {
        for (Who who : Who.values()) {
            Answer answer = send(operation, who, NOBODYS);
            boolean isRefused =
                    Set.of(401, 403).contains(answer.status()) && REFUSED_AT_THE_GATE.contains(answer.at("/code"));
            assertThat(!isRefused)
                    .as("%s as %s: %s", operation.name(), who, answer)
                    .isEqualTo(operation.lets(who));
            boolean isForThings = BETWEEN_MEMBERS.get(operation.name()) == Between.OTHERS_ARE_NOT_FOUND
                    && Set.of("GET", "DELETE").contains(operation.method());
            if (isForThings && who.isPerson()) {
                assertThat(answer.status())
                        .as("%s as %s: %s", operation.name(), who, answer)
                        .isEqualTo(404);
            }
            if (isRefused) {
                assertThat(answer.status()).isEqualTo(who.isPerson() || who == Who.SERVICE_KEY ? 403 : 401);
            }
        }
    }

    @Test
    void whatStandsBetweenMembersIsSaidOfEveryOperationForThem() {
        Set<String> forMembers = new TreeSet<>();
        operations()
                .filter(operation -> !operation.isPublic() && operation.roles().isEmpty())
                .forEach(operation -> forMembers.add(operation.name()));
        assertThat(BETWEEN_MEMBERS.keySet())
                .as("say in this table what stands between members")
                .isEqualTo(forMembers);
    }

    private static Answer send(Operation operation, Who who, String id) {
        String path = operation.path().replace("{number}", "1").replaceAll("\\{\\w+}", id);
        return callers.get(who).send(operation.method(), path, null);
    }
}
