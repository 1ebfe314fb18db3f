package org.tctf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

/**
 * Whoever asks cannot tell an address with an account from one without, nor one that is on a list, or is not written to,
 * from one of which nothing is known: not by status, body or header, and not by the clock.
 *
 * <p>The clock: {@value #ASKED} requests with known and as many with unknown addresses, in random order, through HTTP, with
 * hashes that cost next to nothing, so that what is left of the work shows. The measure is the probability that a request
 * with a known address takes longer than one with an unknown one (the area under the ROC curve, Mann and Whitney's U over
 * n²): ½ tells nothing, 1 everything. Its standard error is 0.02 here; a test fails beyond {@value #TOLERATED} from ½, twice
 * in a row and on the same side, since requests of one moment share what the machine does besides. It finds with a
 * probability of 0.9 or more whatever lets a single request be told right in 64 of 100 cases (Hanley and McNeil 1982). One
 * test shows that it does find a difference.
 */
class NoOracleTest {
    private static final int ASKED = 400;
    private static final double TOLERATED = 0.1;
    private static final String PASSWORD = "correct horse battery staple";

    private static TestPlatform platform;
    private static List<String> known;
    private static int used;

    private final Random order = new Random(20_261_120);

    @BeforeAll
    static void start() {
        platform = TestPlatform.startWithoutRateLimits();
        known = IntStream.range(0, 4 * ASKED + 100)
                .mapToObj(NoOracleTest::member)
                .toList();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void signInDoesNotTell() {
        assertAlike(email -> post("/v1/auth/signin", Map.of("email", email, "password", "incorrect horse battery")));
    }

    @Test
    void signUpDoesNotTell() {
        assertAlike(email -> post(
                "/v1/account/signup",
                Map.of(
                        "email", email,
                        "password", PASSWORD,
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "membershipName", "name_" + used++,
                        "membershipPlan", "INDIVIDUAL",
                        "country", "GB",
                        "jobTitle", "Analyst")));
    }

    @Test
    void aForgottenPasswordDoesNotTell() {
        assertAlike(email -> post("/v1/auth/forgot-password", Map.of("email", email)));
    }

    @Test
    void aRequestForAListDoesNotTellWhoIsOnIt() {
        String list = list();
        List<String> onIt = addresses("on-it", 2 * ASKED + 50);
        Answer begun = platform.as("staff", Role.STAFF)
                .header("Content-Type", "text/csv")
                .post("/v1/subscriber-imports?consent=a-test&listId=" + list, "email\n" + String.join("\n", onIt));
        assertThat(begun.status()).as(begun.body()).isLessThan(300);
        platform.settle();
        assertThat(stateOf(onIt.getLast()).at("/subscriber/lists/0/state").asText())
                .isEqualTo("CONFIRMED");
        assertAlike(onIt, email -> subscribe(email, list));
    }

    @Test
    void aRequestForAListDoesNotTellWhoIsNotWrittenTo() {
        String list = list();
        List<String> suppressed = addresses("complained", 2 * ASKED + 50);
        for (String email : suppressed) {
            platform.as("staff", Role.STAFF).post("/v1/suppressions", Map.of("email", email, "reason", "COMPLAINT"));
        }
        assertThat(stateOf(suppressed.getLast()).path("suppressed").asText()).isEqualTo("COMPLAINT");
        assertAlike(suppressed, email -> subscribe(email, list));
    }

    @Test
    void thisTestWouldFindAFifthMoreWork() {
        Timings timings = ask(known, email -> {
            long begin = System.nanoTime();
            Answer answer = post("/v1/auth/signin", Map.of("email", email, "password", "incorrect horse battery"));
            if (email.startsWith("known")) {
                long longer = System.nanoTime() + (System.nanoTime() - begin) / 5;
                while (System.nanoTime() < longer) {
                    Thread.onSpinWait();
                }
            }
            return answer;
        });
        assertThat(timings.probabilityThatKnownTakesLonger()).isGreaterThan(0.5 + TOLERATED);
    }

    private void assertAlike(Function<String, Answer> request) {
        assertAlike(known, request);
    }

    private void assertAlike(List<String> those, Function<String, Answer> request) {
        assertThat(said(request.apply(next(those)))).isEqualTo(said(request.apply(unknown())));
        double first = ask(those, request).probabilityThatKnownTakesLonger();
        if (Math.abs(first - 0.5) <= TOLERATED) {
            return;
        }
        double second = ask(those, request).probabilityThatKnownTakesLonger();
        assertThat(second)
                .as("probability that a request with a known address takes longer, after %s", first)
                .isBetween(first > 0.5 ? 0 : 0.5 - TOLERATED, first > 0.5 ? 0.5 + TOLERATED : 1);
    }

    private Timings ask(List<String> those, Function<String, Answer> request) {
        for (int i = 0; i < 20; i++) {
            request.apply(next(those));
            request.apply(unknown());
        }
        Timings timings = new Timings(new ArrayList<>(), new ArrayList<>());
        while (timings.known().size() < ASKED || timings.unknown().size() < ASKED) {
            boolean isKnown =
                    timings.unknown().size() == ASKED || (timings.known().size() < ASKED && order.nextBoolean());
            String email = isKnown ? next(those) : unknown();
            long begin = System.nanoTime();
            request.apply(email);
            (isKnown ? timings.known() : timings.unknown()).add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return timings;
    }

    private record Timings(List<Duration> known, List<Duration> unknown) {

        double probabilityThatKnownTakesLonger() {
            double longer = 0;
            for (Duration one : known) {
                for (Duration other : unknown) {
                    int order = one.compareTo(other);
                    longer += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
            return longer / known.size() / unknown.size();
        }
    }

    /** What an answer says, but for ids and moments, which differ from any two. */
    private static Map<String, Object> said(Answer answer) {
        JsonNode body = answer.json();
        if (body instanceof ObjectNode object) {
            object.remove(List.of("sessionId", "resetId", "correlationId", "timestamp", "instance"));
        }
        List<String> headers =
                answer.response().headers().map().keySet().stream().sorted().toList();
        return Map.of("status", answer.status(), "headers", headers, "body", body);
    }

    private static Answer post(String path, Map<String, ?> form) {
        return platform.anonymous().post(path, form);
    }

    private static String next(List<String> those) {
        return those.get(used++ % those.size());
    }

    private static List<String> addresses(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s-%d@example.org".formatted(name, number))
                .toList();
    }

    private static String list() {
        return platform.as("staff", Role.STAFF)
                .post("/v1/subscriber-lists", Map.of("name", "Community", "description", "", "isPublic", true))
                .at("/listId");
    }

    /** What comes of it begins a second later, so it runs beside the requests that follow. */
    private static Answer subscribe(String email, String list) {
        platform.advance(Duration.ofSeconds(1));
        return post("/v1/subscriptions", Map.of("email", email, "listIds", List.of(list)));
    }

    private static JsonNode stateOf(String email) {
        return platform.as("staff", Role.STAFF)
                .get("/v1/subscribers/by-address?email=" + email)
                .json();
    }

    private static String unknown() {
        return "nobody-%d@example.org".formatted(used++);
    }

    private static String member(int number) {
        EmailAddress email = new EmailAddress("known-%d@example.org".formatted(number));
        Registration registration = platform.identity().accounts().register(email, new Password(PASSWORD));
        platform.identity().accounts().confirm(((Registration.Registered) registration).accountId());
        return email.value();
    }
}
