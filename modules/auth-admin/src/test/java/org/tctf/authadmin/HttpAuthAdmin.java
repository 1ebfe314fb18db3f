package org.tctf.authadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** The service behind real HTTP, with real events. */
record HttpAuthAdmin(Platform platform) implements AuthAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

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
            public Found search(Map<String, String> filter) {
                JsonNode page = accepted(caller.get("/v1/users/search?" + query(filter)))
                        .json();
                return new Found(page.path("items").findValuesAsText("userId"), cursor(page));
            }
        };
    }

    @Override
    public void happened(String type, String userId, Map<String, ?> fact) {
        platform.fact(type, 1, userId, fact);
        platform.settle();
    }

    @Override
    public void appointFirstAdmin() {
        platform.runSchedule("appoint-first-admin");
        platform.settle();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return platform.settled(type).stream().map(fact -> read(fact.data())).toList();
    }

    @Override
    public void advance(Duration by) {
        platform.advance(by);
        platform.settle();
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

    static Answer accepted(Answer answer) {
        if (answer.status() < 300) {
            return answer;
        }
        throw new Refused(answer.at("/code"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
