package org.tctf.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.testing.TestPlatform;

/** Members with tokens, each two of whom have a conversation, on the data folder that the measured process will have. */
final class ChatMembers {
    static final String TEXT = "Shall we compile it now, or after lunch? I would rather do it now.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> tokens = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();

    private ChatMembers() {}

    static ChatMembers in(Path data, int count) {
        ChatMembers members = new ChatMembers();
        try (TestPlatform platform = TestPlatform.on(data)) {
            for (int i = 0; i < count; i++) {
                platform.fact(
                        "USER_CREATED",
                        1,
                        id(i),
                        Map.ofEntries(
                                Map.entry("userId", id(i)),
                                Map.entry("email", id(i) + "@example.org"),
                                Map.entry("firstName", "Member"),
                                Map.entry("lastName", String.valueOf(i)),
                                Map.entry("membershipName", "member_" + i),
                                Map.entry("plan", "INDIVIDUAL"),
                                Map.entry("tier", "BASIC"),
                                Map.entry("country", "GB"),
                                Map.entry("language", "en")));
                if (i % 100 == 99) {
                    platform.settle();
                }
                members.tokens.add(platform.bean(BuiltinIdentity.class)
                        .accessTokens()
                        .issue(new Principal(
                                id(i),
                                Set.of(Role.MEMBER),
                                "session-" + i,
                                platform.clock().instant())));
            }
            platform.settle();
            for (int i = 0; i + 1 < count; i += 2) {
                members.conversations.add(platform.as(id(i))
                        .send("PUT", "/v1/conversations/direct/" + id(i + 1), null)
                        .expect(200)
                        .at("/conversationId"));
            }
            platform.settle();
        }
        return members;
    }

    /** Where this member connects to, once. */
    URI ticket(HttpClient http, int port, int member) throws IOException, InterruptedException {
        String authority = "127.0.0.1:" + port;
        String body = http.send(
                        HttpRequest.newBuilder(URI.create("http://" + authority + "/v1/chat/socket-tickets"))
                                .header("Authorization", "Bearer " + tokens.get(member))
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        URI url = URI.create(JSON.readTree(body).path("url").asText());
        return URI.create("ws://%s%s?%s".formatted(authority, url.getPath(), url.getQuery()));
    }

    /** What the first of a pair says. */
    String message(int pair, int number) {
        return "{\"action\":\"message.send\",\"conversationId\":\"%s\",\"clientMessageId\":\"b-%d\",\"text\":\"%s\"}"
                .formatted(conversations.get(pair), number, TEXT);
    }

    private static String id(int member) {
        return "member-%05d".formatted(member);
    }
}
