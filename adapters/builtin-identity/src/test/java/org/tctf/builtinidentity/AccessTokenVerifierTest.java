package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Account;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.TableUnavailable;

/** Another process than the one that issues: it may read three partitions, and neither write nor decrypt. */
class AccessTokenVerifierTest {
    private final ProviderBench bench = new ProviderBench();
    private final BuiltinIdentity issuer = bench.provider();
    private final CountingTable reads = new CountingTable(bench.table);
    private final ReadersTable table = new ReadersTable(reads);
    private final AccessTokenVerifier verifier = verifier();
    private final Account ada = bench.member(issuer);

    @AfterEach
    @AfterProperty
    void close() {
        bench.close();
    }

    @Test
    void itProvesTokensWithoutRightsToWriteOrDecrypt() {
        Tokens tokens = ProviderBench.signIn(issuer, ada);
        assertThat(verifier.verify(tokens.accessToken()).memberId()).isEqualTo(ada.id());
        assertThat(reads.done).containsOnly("get", "query");
    }

    @Test
    void aTokenOfAKeyMadeSinceItLookedIsProven() {
        verifier.verify(token());
        issuer.rotateKeys();
        verifier.verify(token());
    }

    @Test
    void whenThereIsNoKeyYetNoneIsMade() {
        try (ProviderBench empty = new ProviderBench()) {
            ServiceTable nothing = empty.serviceTable(new ReadersTable(empty.table));
            assertThatThrownBy(() ->
                            new AccessTokenVerifier(service -> nothing, TokenTerms.LOCAL, empty.clock).verify(token()))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void anotherProcessSignsWithANewKeyWithinFiveMinutes() {
        BuiltinIdentity other = bench.provider();
        other.accessTokens().issue(caller("1"));
        issuer.rotateKeys();
        String newest = keyOf(issuer.accessTokens().issue(caller("1")));
        bench.advance(KeyRing.KNOWN_FOR.minusSeconds(1));
        assertThat(keyOf(other.accessTokens().issue(caller("1")))).isNotEqualTo(newest);
        bench.advance(Duration.ofSeconds(1));
        assertThat(keyOf(other.accessTokens().issue(caller("1")))).isEqualTo(newest);
    }

    @Test
    void aTokenSignedByTheLastToLearnOfANewKeyLivesItsHour() {
        BuiltinIdentity late = bench.provider();
        late.accessTokens().issue(caller("1"));
        issuer.rotateKeys();
        bench.advance(KeyRing.KNOWN_FOR.minusSeconds(1));
        String token = late.accessTokens().issue(caller("1"));
        bench.advance(AccessTokens.LIFETIME.minusSeconds(1));
        assertThat(verifier.verify(token)).isEqualTo(caller("1"));
    }

    @Test
    void aSignOutElsewhereIsKnownAfterTenSeconds() {
        Tokens tokens = ProviderBench.signIn(issuer, ada);
        verifier.verify(tokens.accessToken());
        issuer.sessions().end(ada.id(), tokens.sessionId());
        bench.advance(EndedSessions.KNOWN_WITHIN.minusMillis(1));
        verifier.verify(tokens.accessToken());
        bench.advance(Duration.ofMillis(1));
        assertRefused(tokens.accessToken());
    }

    @Test
    void everybodysEndElsewhereIsKnownAfterTenSecondsAndForGood() {
        BuiltinIdentity other = bench.provider();
        Tokens tokens = ProviderBench.signIn(issuer, ada);
        verifier.verify(tokens.accessToken());
        assertThat(other.sessions().of(ada.id())).hasSize(1);
        issuer.sessions().endEverybodys(bench.clock.instant());
        bench.advance(EndedSessions.KNOWN_WITHIN.minusMillis(1));
        Tokens late = ((Refresh.Refreshed) other.sessions().refresh(tokens.refreshToken())).tokens();
        verifier.verify(late.accessToken());
        bench.advance(Duration.ofMillis(1));
        assertRefused(tokens.accessToken());
        assertRefused(late.accessToken());
        assertThat(other.sessions().refresh(late.refreshToken())).isEqualTo(new Refresh.Refused());
        bench.advance(Duration.ofDays(6));
        assertThat(bench.provider().sessions().refresh(late.refreshToken())).isEqualTo(new Refresh.Refused());
    }

    @Test
    void aSignOutElsewhereIsKnownAfterTenSecondsAlsoWhenTheClockWasSetBack() {
        bench.advance(Duration.ofHours(1));
        verifier.verify(ProviderBench.signIn(issuer, ada).accessToken());
        bench.advance(Duration.ofMinutes(-30));
        Tokens tokens = ProviderBench.signIn(issuer, ada);
        issuer.sessions().endAll(ada.id(), Instant.MAX);
        bench.advance(EndedSessions.KNOWN_WITHIN.plusSeconds(1));
        assertRefused(tokens.accessToken());
    }

    @Test
    void theTableIsReadOnceInTenSecondsHoweverManyAsk() throws InterruptedException {
        String token = token();
        verifier.verify(token);
        for (int round = 1; round <= 3; round++) {
            bench.advance(EndedSessions.KNOWN_WITHIN);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    threads.submit(() -> verifier.verify(token));
                }
            }
            assertThat(reads.done).filteredOn("query"::equals).hasSize(1 + round);
        }
    }

    @Test
    void onlyWhatIsNewerIsReadAgain() {
        String token = token();
        for (int i = 0; i < 20; i++) {
            issuer.sessions().end(ada.id(), ProviderBench.signIn(issuer, ada).sessionId());
        }
        verifier.verify(token);
        assertThat(reads.items).isEqualTo(1 + 20);
        bench.advance(Duration.ofMinutes(2));
        verifier.verify(token);
        bench.advance(Duration.ofMinutes(2));
        verifier.verify(token);
        assertThat(reads.items).isEqualTo(1 + 20 + 20);
    }

    @Test
    void whenTheTableIsAwayForAMinuteNobodyIsLetInAnyMore() {
        String token = token();
        verifier.verify(token);
        table.isDown = true;
        bench.advance(EndedSessions.PATIENCE.minusSeconds(1));
        verifier.verify(token);
        bench.advance(EndedSessions.KNOWN_WITHIN);
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(TableUnavailable.class);
        table.isDown = false;
        verifier.verify(token);
    }

    @Test
    void beforeItKnowsAnythingItLetsNobodyIn() {
        String token = token();
        table.isDown = true;
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(TableUnavailable.class);
    }

    /** Sign-outs in two processes, tokens shown in two others, at whatever moments. */
    @Property(tries = 50)
    void nobodyIsServedTenSecondsAfterTheirSignOut(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 9_999) Integer> moves) {
        List<BuiltinIdentity> issuers = List.of(issuer, bench.provider());
        List<AccessTokenVerifier> verifiers = List.of(verifier, verifier());
        record Client(String sessionId, String token) {}
        List<Client> living = new ArrayList<>();
        List<Client> gone = new ArrayList<>();
        List<Instant> goneAt = new ArrayList<>();
        for (int move : moves) {
            bench.advance(Duration.ofMillis(move));
            if (living.isEmpty() || move % 3 == 0) {
                Account bob = bench.member(issuer);
                Tokens tokens = ProviderBench.signIn(issuers.get(move % 2), bob);
                living.add(new Client(bob.id() + " " + tokens.sessionId(), tokens.accessToken()));
            } else if (move % 3 == 1) {
                Client leaving = living.remove(move % living.size());
                String[] ids = leaving.sessionId().split(" ");
                issuers.get(move % 2).sessions().end(ids[0], ids[1]);
                gone.add(leaving);
                goneAt.add(bench.clock.instant());
            }
            AccessTokenVerifier any = verifiers.get(move / 2 % 2);
            living.forEach(client -> any.verify(client.token()));
            for (int i = 0; i < gone.size(); i++) {
                if (!bench.clock.instant().isBefore(goneAt.get(i).plus(EndedSessions.KNOWN_WITHIN))) {
                    assertRefused(any, gone.get(i).token());
                }
            }
        }
    }

    /** Everybody's sessions are ended in two processes, also for moments that are over, and tokens shown in two others. */
    @Property(tries = 50)
    void tenSecondsAfterEverybodysEndNobodyIsServedWhoHasNotProvedThemselvesSince(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 9_999) Integer> moves) {
        List<BuiltinIdentity> issuers = List.of(bench.provider(), bench.provider());
        List<AccessTokenVerifier> verifiers = List.of(verifier(), verifier());
        record Client(Instant provedAt, String token) {}
        record End(Instant upTo, Instant saidAt) {}
        List<Client> clients = new ArrayList<>();
        // Ends of earlier tries are there too; nobody of this one was there then.
        bench.advance(Duration.ofMinutes(1));
        List<End> ends = new ArrayList<>();
        for (int move : moves) {
            bench.advance(Duration.ofMillis(move));
            Instant now = bench.clock.instant();
            if (move % 4 == 0) {
                Instant upTo = now.minusMillis(move % 7 * 1_000);
                issuers.get(move / 4 % 2).sessions().endEverybodys(upTo);
                ends.add(new End(upTo.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), now));
            } else {
                Tokens tokens = ProviderBench.signIn(issuers.get(move % 2), bench.member(issuer));
                clients.add(new Client(now, tokens.accessToken()));
            }
            AccessTokenVerifier any = verifiers.get(move / 2 % 2);
            for (Client client : clients) {
                List<End> its = ends.stream()
                        .filter(end -> client.provedAt().isBefore(end.upTo()))
                        .toList();
                if (its.isEmpty()) {
                    any.verify(client.token());
                } else if (its.stream()
                        .anyMatch(end -> !now.isBefore(end.saidAt().plus(EndedSessions.KNOWN_WITHIN)))) {
                    assertRefused(any, client.token());
                }
            }
        }
    }

    private AccessTokenVerifier verifier() {
        ServiceTable readable = bench.serviceTable(table);
        return new AccessTokenVerifier(service -> readable, TokenTerms.LOCAL, bench.clock);
    }

    private String token() {
        return issuer.accessTokens().issue(caller("session"));
    }

    private Principal caller(String session) {
        return new Principal(ada.id(), Set.of(Role.MEMBER), session, Instant.parse("2026-11-20T08:30:00Z"));
    }

    private static String keyOf(String token) {
        return AccessTokensTest.kidOf(token);
    }

    private void assertRefused(String token) {
        assertRefused(verifier, token);
    }

    private static void assertRefused(AccessTokenVerifier verifier, String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_TOKEN"));
    }
}
