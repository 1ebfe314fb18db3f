package org.tctf.authadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** The service behind real HTTP, with real events. */
record HttpAuthAdmin(Platform platform) implements AuthAdmin {
    @Override
    public IdentityProvider identity() {
        return platform.identity();
    }

    @Override
    public Somebody as(String userId, Role... roles) {
        Caller caller = platform.as(userId, roles);
        return new Somebody() {
            @Override
            public void put(String what, Map<String, ?> form) {
                accepted(caller.put("/v1/users/admin/" + what, form));
            }

            @Override
            public void endSessions(String userId, String reason) {
                accepted(caller.post("/v1/users/admin/sessions/end", Map.of("userId", userId, "reason", reason)));
            }

            @Override
            public void endEverybodysSessions(String reason) {
                accepted(caller.post("/v1/users/admin/sessions/end-everybodys", Map.of("reason", reason)));
            }

            @Override
            public Found search(Map<String, String> filter) {
                JsonNode page = accepted(caller.get("/v1/users/search?" + query(filter)))
                        .json();
                return new Found(page.path("items").findValuesAsText("userId"), cursor(page));
            }

            @Override
            public Made createKey(int days, String... scopes) {
                return made(caller.post(
                        "/v1/admin/api-keys", Map.of("name", "a dashboard", "scopes", List.of(scopes), "days", days)));
            }

            @Override
            public Made rotateKey(String id, int overlapHours) {
                return made(caller.post(
                        "/v1/admin/api-keys/" + id + "/rotate", Map.of("overlapHours", overlapHours, "days", 90)));
            }

            @Override
            public void revokeKey(String id) {
                accepted(caller.delete("/v1/admin/api-keys/" + id));
            }

            @Override
            public List<String> keys() {
                Answer answer = accepted(caller.get("/v1/admin/api-keys"));
                assertThat(answer.body()).doesNotContain("tctf_sk_");
                return answer.json().path("items").findValuesAsText("id");
            }

            @Override
            public List<Seen> audit(Map<String, String> filter) {
                List<Seen> seen = new ArrayList<>();
                accepted(caller.get("/v1/admin/audit?" + query(filter)))
                        .json()
                        .path("items")
                        .forEach(entry -> seen.add(new Seen(
                                entry.path("type").asText(),
                                entry.path("outcome").asText(),
                                entry.hasNonNull("memberId")
                                        ? entry.path("memberId").asText()
                                        : null,
                                entry.path("actor").asText(),
                                entry.hasNonNull("reason")
                                        ? entry.path("reason").asText()
                                        : null,
                                entry.path("details").toString(),
                                entry.hasNonNull("seq"))));
                return seen;
            }

            @Override
            public Looked verify() {
                JsonNode verdict =
                        accepted(caller.get("/v1/admin/audit/verification")).json();
                return new Looked(
                        verdict.path("intact").asBoolean(),
                        verdict.path("complete").asBoolean(),
                        verdict.path("toSeq").asLong() - verdict.path("fromSeq").asLong());
            }
        };
    }

    @Override
    public void happened(String type, String userId, Map<String, ?> fact) {
        platform.fact(type, 1, userId, fact);
        platform.settle();
    }

    @Override
    public void said(String service, String type, Map<String, ?> fact) {
        String id = UUID.randomUUID().toString();
        platform.deliver(new Envelope(
                id,
                service,
                type,
                1,
                platform.clock().instant(),
                id,
                Envelope.schemaPath(type, 1),
                1,
                "correlation-" + id,
                null,
                "anonymous",
                null,
                platform.codec().toJson(fact)));
        platform.settle();
    }

    @Override
    public void linkAudit() {
        platform.runSchedule("link-audit");
        platform.settle();
    }

    @Override
    public void appointFirstAdmin() {
        platform.runSchedule("appoint-first-admin");
        platform.settle();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return platform.payloads(type);
    }

    @Override
    public void advance(Duration by) {
        platform.advance(by);
        platform.settle();
    }

    @Override
    public JsonNode export(String userId) {
        return platform.exported("auth-admin", userId);
    }

    @Override
    public void close() {
        platform.close();
    }

    private static @Nullable String cursor(JsonNode page) {
        return page.hasNonNull("nextCursor") ? page.path("nextCursor").asText() : null;
    }

    private static String query(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Made made(Answer answer) {
        Answer created = accepted(answer);
        return new Made(created.at("/id"), created.at("/key"));
    }
}
