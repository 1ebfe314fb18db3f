package org.tctf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.OpenedSockets;
import org.tctf.kernel.socket.RealtimeGateway;

/** Who is connected, whatever the gateway says of it. */
class MemberSocketsTest {
    /** What is pushed. */
    record News(String text) {}

    private static final ServiceDefinition SERVICE = ServiceDefinition.named("news")
            .summary("Tells.")
            .owner("nobody")
            .socket("/v1/news/socket")
            .pushes("news", News.class)
            .build();

    /** A gateway whose answers the test decides; no real one is slow or gone at will. */
    private static final class Scripted implements RealtimeGateway {
        private final Map<String, Delivery> answers = new HashMap<>();
        private final List<String> sent = new ArrayList<>();
        private final Set<String> closed = ConcurrentHashMap.newKeySet();
        private boolean isBroken;

        @Override
        public Delivery send(String connectionId, String text) {
            if (isBroken) {
                throw new Unavailable("broken");
            }
            Delivery answer = answers.getOrDefault(connectionId, Delivery.DELIVERED);
            if (answer == Delivery.DELIVERED) {
                sent.add(connectionId + " " + text);
            }
            return answer;
        }

        @Override
        public void close(String connectionId) {
            closed.add(connectionId);
        }
    }

    private final Workbench bench = Workbench.of(SERVICE);
    private final Scripted gateway = new Scripted();
    private final Set<String> endedSessions = new HashSet<>();
    private final MemberSockets sockets = new OpenedSockets(
                    bench.tables(),
                    gateway,
                    (session, since) -> endedSessions.contains(session),
                    socket -> URI.create("wss://example.org" + socket.path()),
                    bench.codec(),
                    bench.clock(),
                    new SecureRandom())
            .of(SERVICE);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aTicketUsedByManyAtOnceOpensOneConnection() {
        String ticket = ticket("ada");

        long opened = atOnce(20, i -> () -> {
                    try {
                        sockets.open(ticket, "connection-" + i);
                        return true;
                    } catch (Problem refused) {
                        assertThat(refused.code()).isEqualTo("SOCKET_TICKET_INVALID");
                        return false;
                    }
                })
                .stream()
                .filter(isOpen -> isOpen)
                .count();

        assertThat(opened).isEqualTo(1);
        assertThat(push("ada")).isEqualTo(1);
    }

    @Test
    void aMemberHasAtMostTenConnectionsHoweverManyComeAtOnce() {
        atOnce(30, i -> () -> open("ada", "connection-" + i));

        assertThat(push("ada")).isEqualTo(MemberSockets.MAX);
        assertThat(gateway.closed).hasSize(20);
        assertThat(gateway.sent)
                .noneMatch(sent -> gateway.closed.contains(sent.split(" ", 2)[0]))
                .first()
                .asString()
                .endsWith(" {\"type\":\"news\",\"text\":\"hello\"}");
    }

    @Test
    void oneThatIsGoneIsForgottenOnceItHadTimeToBeThere() {
        open("ada", "early");
        gateway.answers.put("early", RealtimeGateway.Delivery.GONE);

        push("ada");
        gateway.answers.clear();
        assertThat(push("ada")).as("the gateway had not opened it yet").isEqualTo(1);

        bench.clock().advance(Duration.ofSeconds(31));
        gateway.answers.put("early", RealtimeGateway.Delivery.GONE);
        push("ada");
        gateway.answers.clear();
        assertThat(push("ada")).isZero();
        assertThat(sockets.find("early")).isEmpty();
    }

    @Test
    void oneThatMadeRoomForOthersBeforeTheGatewayHadItIsClosedAtItsFirstWord() {
        sockets.open(ticket("ada"), "not there yet");
        bench.clock().advance(Duration.ofSeconds(1));
        for (int i = 0; i < MemberSockets.MAX; i++) {
            sockets.open(ticket("ada"), "connection-" + i);
        }
        gateway.closed.clear();

        assertThat(sockets.find("not there yet")).isEmpty();
        assertThat(gateway.closed).containsExactly("not there yet");
        assertThat(sockets.find("connection-0")).isPresent();
    }

    @Test
    void oneThatIsTooSlowIsClosedAndForgotten() {
        open("ada", "quick");
        open("ada", "slow");
        bench.clock().advance(Duration.ofMinutes(1));
        gateway.answers.put("slow", RealtimeGateway.Delivery.SLOW);

        assertThat(push("ada")).isEqualTo(1);

        assertThat(gateway.closed).containsExactly("slow");
        assertThat(sockets.find("slow")).isEmpty();
        assertThat(sockets.find("quick")).isPresent();
    }

    @Test
    void aGatewayThatDoesNotAnswerForgetsNobody() {
        open("ada", "laptop");
        bench.clock().advance(Duration.ofMinutes(1));
        gateway.isBroken = true;

        assertThatThrownBy(() -> push("ada")).isInstanceOf(Unavailable.class);

        gateway.isBroken = false;
        assertThat(push("ada")).isEqualTo(1);
    }

    @Test
    void nothingGoesOverAConnectionWhoseSessionHasEndedOrThatHasLastedAnHour() {
        open("ada", "ended");
        endedSessions.add("session-of-ada");
        open("bob", "old");
        bench.clock().advance(Connection.LIFETIME);

        assertThat(push("ada")).isZero();
        assertThat(push("bob")).isZero();
        assertThat(gateway.closed).containsExactlyInAnyOrder("ended", "old");
        String late = ticket("ada");
        assertThatThrownBy(() -> sockets.open(late, "again")).isInstanceOf(Problem.class);
    }

    @Test
    void nothingIsMadeForWhoIsNotConnected() {
        assertThat(sockets.push("ada", () -> {
                    throw new AssertionError("made for nobody");
                }))
                .isZero();
    }

    @Test
    void whatIsLargerThanAMessageOrNotInTheDefinitionIsABug() {
        open("ada", "laptop");

        assertThatThrownBy(() -> sockets.push("ada", () -> new News("x".repeat(RealtimeGateway.MAX_MESSAGE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 131072");
        assertThatThrownBy(() -> sockets.push("ada", () -> "a text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add pushes(");
    }

    private int push(String member) {
        return sockets.push(member, () -> new News("hello"));
    }

    private Connection open(String member, String id) {
        return sockets.open(ticket(member), id);
    }

    private String ticket(String member) {
        return sockets.ticket(member, "session-of-" + member).url().getQuery().substring("ticket=".length());
    }

    private static <T> List<T> atOnce(int many, IntFunction<Callable<T>> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, many)
                    .mapToObj(i -> threads.submit(work.apply(i)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
