package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.testing.TestPlatform;

/**
 * People chat over real WebSockets while their connections are cut at random and the process is killed (SIGKILL) and started
 * again. Afterwards every member of a conversation has every message once, in order, as it was last edited or deleted.
 *
 * <p>Small in every build; {@code ./tctf chaos chat} runs 200 clients with 50,000 messages.
 */
class ChatChaosTest {
    private static final int CLIENTS = Integer.getInteger("tctf.chat.clients", 24);
    private static final int MESSAGES = Integer.getInteger("tctf.chat.messages", 480);
    private static final int KILLS = Integer.getInteger("tctf.chat.kills", 2);
    private static final int OF_A_GROUP = 8;

    /** The address is the issuer of the tokens that {@link #prepare} makes. */
    private static final Map<String, String> SETTINGS =
            Map.of("TCTF_RATE_LIMITS", "off", "TCTF_PUBLIC_URL", TokenTerms.LOCAL.issuer());

    /** What was answered: the message that an id became. */
    private record Accepted(String conversationId, long number, String text, boolean isDeleted) {}

    @TempDir
    Path folder;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void everyMemberHasEveryMessageOnceAndInOrder() throws Exception {
        long seed = Long.getLong("tctf.seed", System.nanoTime());
        Path data = folder.resolve("data");
        prepare(data);
        int port = PlatformProcess.freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, ChatClient> clients = clients(http, address);
            PlatformProcess platform = PlatformProcess.start(data, port, SETTINGS);
            try {
                platform.awaitReady();
                List<Future<?>> talking = new ArrayList<>();
                clients.forEach((member, client) ->
                        talking.add(people.submit(() -> talk(member, client, new Random(seed + member.hashCode())))));
                for (int kill = 1; kill <= KILLS; kill++) {
                    int until = MESSAGES * kill / (KILLS + 1);
                    await("enough messages")
                            .atMost(Duration.ofMinutes(20))
                            .pollInterval(Duration.ofMillis(10))
                            .until(() -> sent.get() >= until || hasFailed(talking));
                    platform.kill();
                    platform = PlatformProcess.start(data, port, SETTINGS);
                    platform.awaitReady();
                }
                for (Future<?> one : talking) {
                    one.get();
                }
                clients.values().forEach(ChatClient::catchUp);
                assertThat(platform.isAlive()).isTrue();
                for (String conversation : members.keySet()) {
                    assertSame(conversation, clients, truth(http, address, conversation), seed);
                }
                assertThat(clients.values().stream()
                                .mapToInt(ChatClient::connections)
                                .sum())
                        .as("connections were lost, seed %d", seed)
                        .isGreaterThan(CLIENTS);
            } finally {
                clients.values().forEach(ChatClient::cut);
                platform.close();
            }
        }
    }

    /** Members, groups and access tokens, on the folder that the process will have. */
    private void prepare(Path data) {
        try (TestPlatform platform = TestPlatform.on(data)) {
            for (int i = 0; i < CLIENTS; i++) {
                String member = "member-%03d".formatted(i);
                platform.fact(
                        "USER_CREATED",
                        1,
                        member,
                        Map.ofEntries(
                                Map.entry("userId", member),
                                Map.entry("email", member + "@example.org"),
                                Map.entry("firstName", "Member"),
                                Map.entry("lastName", String.valueOf(i)),
                                Map.entry("membershipName", member),
                                Map.entry("plan", "INDIVIDUAL"),
                                Map.entry("tier", "BASIC"),
                                Map.entry("country", "GB"),
                                Map.entry("language", "en")));
                tokens.put(
                        member,
                        platform.bean(BuiltinIdentity.class)
                                .accessTokens()
                                .issue(new Principal(
                                        member,
                                        Set.of(Role.MEMBER),
                                        "session-" + member,
                                        platform.clock().instant())));
            }
            platform.settle();
            List<String> all = List.copyOf(tokens.keySet());
            for (int from = 0; from < CLIENTS; from += OF_A_GROUP / 2) {
                List<String> group = IntStream.range(from, from + OF_A_GROUP)
                        .mapToObj(i -> all.get(i % CLIENTS))
                        .distinct()
                        .toList();
                String id = platform.as(group.getFirst())
                        .post("/v1/conversations", Map.of("name", "Group " + from, "memberIds", group))
                        .expect(201)
                        .at("/conversationId");
                members.put(id, group);
            }
            platform.settle();
        }
    }

    private Map<String, ChatClient> clients(HttpClient http, URI address) {
        Map<String, ChatClient> clients = new LinkedHashMap<>();
        tokens.forEach((member, token) -> clients.put(
                member,
                new ChatClient(
                        http,
                        address,
                        token,
                        members.entrySet().stream()
                                .filter(group -> group.getValue().contains(member))
                                .map(Map.Entry::getKey)
                                .toList())));
        return clients;
    }

    private void talk(String member, ChatClient client, Random dice) {
        List<String> own = List.copyOf(client.copies().keySet());
        for (int i = 0; i < MESSAGES / CLIENTS; i++) {
            String conversation = own.get(dice.nextInt(own.size()));
            String id = "%s-%05d".formatted(member, i);
            Map<String, Object> named = Map.of("conversationId", conversation);
            long number = client.untilAnswered(
                            "message.send", with(named, Map.of("clientMessageId", id, "text", "said " + id)))
                    .path("number")
                    .asLong();
            accepted.put(id, new Accepted(conversation, number, "said " + id, false));
            sent.incrementAndGet();
            switch (dice.nextInt(12)) {
                case 0 -> {
                    client.untilAnswered("message.edit", with(named, Map.of("number", number, "text", "edited " + id)));
                    accepted.put(id, new Accepted(conversation, number, "edited " + id, false));
                }
                case 1 -> {
                    client.untilAnswered("message.delete", with(named, Map.of("number", number)));
                    accepted.put(id, new Accepted(conversation, number, "", true));
                }
                case 2 -> client.cut();
                default -> client.catchUpWhereBehind();
            }
        }
    }

    private void assertSame(
            String conversation, Map<String, ChatClient> clients, Map<Long, ChatCopy.Said> truth, long seed) {
        assertThat(truth.keySet())
                .as("numbers of %s, seed %d", conversation, seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, truth.size()).boxed().toList());
        Map<String, Accepted> there = new TreeMap<>();
        truth.forEach((number, said) -> there.merge(
                said.clientMessageId(),
                new Accepted(conversation, number, said.text(), said.isDeleted()),
                (one, other) -> {
                    throw new AssertionError("%s is there twice, seed %d".formatted(one, seed));
                }));
        assertThat(there)
                .as("what was answered is what is there, seed %d", seed)
                .isEqualTo(accepted.entrySet().stream()
                        .filter(one -> one.getValue().conversationId().equals(conversation))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        for (String member : members.get(conversation)) {
            ChatCopy copy = clients.get(member).copies().get(conversation);
            assertThat(copy.surprises()).as("%s, seed %d", member, seed).isEmpty();
            assertThat(copy.messages()).as("%s, seed %d", member, seed).isEqualTo(truth);
        }
    }

    /** What somebody sees who asks for everything from the beginning. */
    private Map<Long, ChatCopy.Said> truth(HttpClient http, URI address, String conversation) {
        String member = members.get(conversation).getFirst();
        ChatClient fresh = new ChatClient(http, address, tokens.get(member), List.of(conversation));
        fresh.catchUp();
        fresh.cut();
        return fresh.copies().get(conversation).messages();
    }

    private static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** A client that found something wrong shall not leave the others waiting for it. */
    private static boolean hasFailed(List<Future<?>> talking) {
        for (Future<?> one : talking) {
            if (one.state() == Future.State.FAILED) {
                try {
                    one.get();
                } catch (ExecutionException failed) {
                    throw new AssertionError(failed.getCause());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return false;
    }
}
