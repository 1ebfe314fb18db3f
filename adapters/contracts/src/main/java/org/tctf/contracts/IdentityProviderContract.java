package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Account;
import org.tctf.identity.Accounts.Confirmation;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.TokenVerifier;
import org.tctf.identity.Tokens;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/** What every {@link IdentityProvider} promises. Each test has addresses of its own, so that a shared provider will do. */
public abstract class IdentityProviderContract {
    private static final Password RIGHT = new Password("correct horse battery");
    private static final Password WRONG = new Password("incorrect horse battery");

    /** The one under test; the same at every call. */
    protected abstract IdentityProvider provider();

    /** Who proves the provider's access tokens. */
    protected abstract TokenVerifier verifier();

    protected abstract Instant now();

    /** Lets time pass for the provider. */
    protected abstract void advance(Duration by);

    /** An address that no test has used. */
    protected abstract EmailAddress newAddress();

    @Test
    void aRegisteredAddressIsNotConfirmedUntilItIs() {
        EmailAddress ada = newAddress();
        String id = registered(ada, RIGHT);
        assertThat(check(ada, RIGHT)).isEqualTo(new Check.NotConfirmed(id));
        assertThat(provider().accounts().confirm(id)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(check(ada, RIGHT)).isEqualTo(new Check.Right(new Account(id, ada, Set.of(Role.MEMBER))));
    }

    @Test
    void confirmingAgainChangesNothing() {
        EmailAddress ada = newAddress();
        String id = registered(ada, RIGHT);
        provider().accounts().confirm(id);
        assertThat(provider().accounts().confirm(id)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void anUnconfirmedAddressBelongsToWhoeverRegisteredItLast() {
        EmailAddress ada = newAddress();
        String first = registered(ada, WRONG);
        String second = registered(ada, RIGHT);
        assertThat(second).isNotEqualTo(first);
        assertThat(provider().accounts().confirm(first)).isEqualTo(Confirmation.VOID);
        assertThat(check(ada, WRONG)).isInstanceOf(Check.Wrong.class);
        assertThat(provider().accounts().confirm(second)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aConfirmedAddressIsTakenAndKeepsItsPassword() {
        Account ada = member();
        assertThat(provider().accounts().register(ada.email(), WRONG))
                .isEqualTo(new Registration.AddressTaken(ada.id()));
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Right(ada));
    }

    @Test
    void ofManyWhoRegisterOneAddressAtOnceOneCanBeConfirmed() {
        EmailAddress ada = newAddress();
        List<String> ids = atOnce(4, () -> registered(ada, RIGHT));
        long confirmed = ids.stream()
                .filter(id -> provider().accounts().confirm(id) == Confirmation.CONFIRMED)
                .count();
        assertThat(confirmed).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        Account ada = member();
        assertThat(check(ada.email(), WRONG)).isEqualTo(new Check.Wrong(ada.id(), null));
        assertThat(check(newAddress(), WRONG)).isEqualTo(new Check.Wrong(null, null));
    }

    @Test
    void aPasswordTypedOnAnotherSystemIsTheSame() {
        EmailAddress ada = newAddress();
        provider().accounts().confirm(registered(ada, new Password("Zo\u00eb's b\u00fccherregal")));
        assertThat(check(ada, new Password("Zoe\u0308's bu\u0308cherregal"))).isInstanceOf(Check.Right.class);
    }

    @Test
    void whateverSomebodyTypesIsAPassword() {
        for (String typed : List.of(
                " a space before and after ",
                "two\nlines and a\ttab\r\n",
                "\uD83D\uDC0E".repeat(128),
                "\u0000".repeat(12),
                "aaaaaaaaaaaa")) {
            EmailAddress ada = newAddress();
            provider().accounts().confirm(registered(ada, new Password(typed)));
            assertThat(check(ada, new Password(typed + "."))).isInstanceOf(Check.Wrong.class);
            assertThat(check(ada, new Password(typed))).isInstanceOf(Check.Right.class);
        }
        assertThat(check(newAddress(), new Password(""))).isInstanceOf(Check.Wrong.class);
    }

    @Test
    void theFifthWrongPasswordLocksForFifteenMinutes() {
        Account ada = member();
        Instant until = failFiveTimes(ada.email(), ada.id());
        assertThat(until).isEqualTo(now().plus(Duration.ofMinutes(15)));
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Locked(until, ada.id()));
        advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Locked.class);
        advance(Duration.ofSeconds(1));
        assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void anAddressWithoutAnAccountIsLockedLikeOneWith() {
        EmailAddress nobody = newAddress();
        Instant until = failFiveTimes(nobody, null);
        assertThat(check(nobody, RIGHT)).isEqualTo(new Check.Locked(until, null));
    }

    @Test
    void afterALockTheCountStartsAnew() {
        Account ada = member();
        failFiveTimes(ada.email(), ada.id());
        advance(Duration.ofMinutes(15));
        failFiveTimes(ada.email(), ada.id());
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        Account ada = member();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(check(ada.email(), WRONG)).isEqualTo(new Check.Wrong(ada.id(), null));
            }
            assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Right.class);
        }
    }

    @Test
    void manyGuessesAtOnceDoNotOutrunTheLock() {
        Account ada = member();
        List<Check> checks = atOnce(30, () -> check(ada.email(), WRONG));
        long checked = checks.stream().filter(Check.Wrong.class::isInstance).count();
        assertThat(checked).isEqualTo(5);
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        Account ada = member();
        Password next = new Password("another one, and longer");
        provider().passwords().set(ada.id(), next);
        assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Wrong.class);
        assertThat(check(ada.email(), next)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aDisabledAccountHasNoSessionsAndOpensNone() {
        Account ada = member();
        Tokens tokens = open(ada);
        provider().accounts().disable(ada.id());
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Disabled(ada.id()));
        assertThat(check(ada.email(), WRONG)).isInstanceOf(Check.Wrong.class);
        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
        assertThatThrownBy(() -> open(ada))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ACCOUNT_DISABLED"));
        provider().accounts().enable(ada.id());
        assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void anAccessTokenProvesTheMember() {
        Account ada = member();
        Instant signedIn = now();
        Tokens tokens = open(ada);
        Principal caller = verifier().verify(tokens.accessToken());
        assertThat(caller.memberId()).isEqualTo(ada.id());
        assertThat(caller.roles()).containsExactly(Role.MEMBER);
        assertThat(caller.sessionId()).isEqualTo(tokens.sessionId());
        assertThat(tokens.expiresIn()).isEqualTo(Duration.ofHours(1));
        assertThat(tokens.refreshExpiresIn()).isEqualTo(Duration.ofDays(30));
        advance(Duration.ofMinutes(50));
        Principal later = verifier().verify(refreshed(tokens).accessToken());
        assertThat(later.authenticatedAt()).isEqualTo(Instant.ofEpochSecond(signedIn.getEpochSecond()));
    }

    @Test
    void anAccessTokenLivesAnHour() {
        Tokens tokens = open(member());
        advance(Duration.ofHours(1).minusSeconds(2));
        verifier().verify(tokens.accessToken());
        advance(Duration.ofSeconds(2));
        assertRefused(tokens.accessToken(), "TOKEN_EXPIRED");
    }

    @Test
    void aRefreshTokenIsGoodForOneRefresh() {
        Tokens first = open(member());
        Tokens second = refreshed(first);
        assertThat(second.sessionId()).isEqualTo(first.sessionId());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        refreshed(second);
    }

    @Test
    void aSpentRefreshTokenRevokesItsWholeFamilyAndNoOther() {
        Account ada = member();
        Tokens stolen = open(ada);
        Tokens other = open(ada);
        Tokens newest = refreshed(refreshed(stolen));
        Refresh.Reused reused = new Refresh.Reused(ada.id(), stolen.sessionId());
        assertThat(refresh(stolen)).isEqualTo(reused);
        assertThat(refresh(newest)).isEqualTo(new Refresh.Refused());
        assertThat(refresh(stolen)).isEqualTo(reused);
        refreshed(other);
    }

    @Test
    void ofTwoWhoRefreshWithOneTokenAtTheSameMomentOneWins() {
        for (int round = 0; round < 20; round++) {
            Tokens tokens = open(member());
            List<Refresh> both = atOnce(2, () -> refresh(tokens));
            List<Tokens> won = both.stream()
                    .flatMap(refresh ->
                            refresh instanceof Refresh.Refreshed(var next) ? Stream.of(next) : Stream.empty())
                    .toList();
            assertThat(won).hasSize(1);
            if (both.contains(new Refresh.LostRace())) {
                refreshed(won.getFirst());
            } else {
                assertThat(refresh(won.getFirst())).isEqualTo(new Refresh.Refused());
            }
        }
    }

    @Test
    void aRefreshTokenThatWeNeverGaveIsRefused() {
        assertThat(provider().sessions().refresh("")).isEqualTo(new Refresh.Refused());
        assertThat(provider().sessions().refresh("A".repeat(43))).isEqualTo(new Refresh.Refused());
    }

    @Test
    void aSessionEndsThirtyDaysAfterItWasOpenedHoweverOftenItIsRefreshed() {
        Account ada = member();
        Tokens tokens = open(ada);
        for (int day = 1; day < 30; day++) {
            advance(Duration.ofDays(1));
            tokens = refreshed(tokens);
        }
        assertThat(tokens.refreshExpiresIn()).isEqualTo(Duration.ofDays(1));
        advance(Duration.ofDays(1));
        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
        assertThat(provider().sessions().of(ada.id())).isEmpty();
    }

    @Test
    void aSixthSessionEvictsTheOldest() {
        Account ada = member();
        List<Tokens> five = new ArrayList<>();
        for (int i = 0; i < Sessions.MAX; i++) {
            five.add(open(ada));
            advance(Duration.ofSeconds(1));
        }
        Sessions.Opened sixth = provider().sessions().open(ada, null);
        assertThat(sixth.evicted()).containsExactly(five.getFirst().sessionId());
        assertThat(refresh(five.getFirst())).isEqualTo(new Refresh.Refused());
        refreshed(five.get(1));
        assertThat(idsOf(ada)).hasSize(Sessions.MAX).endsWith(sixth.tokens().sessionId());
    }

    @Test
    void neverMoreThanFiveSessionsHoweverManyAreOpenedAtOnce() {
        Account ada = member();
        List<Sessions.Opened> opened = atOnce(4, () -> provider().sessions().open(ada, null));
        List<Sessions.Opened> more = atOnce(4, () -> provider().sessions().open(ada, null));
        long evicted = Stream.concat(opened.stream(), more.stream())
                .mapToLong(one -> one.evicted().size())
                .sum();
        assertThat(idsOf(ada)).hasSize(Sessions.MAX);
        assertThat(evicted).isEqualTo(3);
    }

    @Test
    void aMemberSeesTheirSessions() {
        Account ada = member();
        Instant opened = now();
        String id =
                provider().sessions().open(ada, "Firefox on Debian").tokens().sessionId();
        assertThat(provider().sessions().of(ada.id()))
                .containsExactly(
                        new Session(id, opened, opened, opened.plus(Duration.ofDays(30)), "Firefox on Debian"));
        assertThat(idsOf(member())).isEmpty();
    }

    @Test
    void anEndedSessionIsNotRefreshed() {
        Account ada = member();
        Tokens tokens = open(ada);
        Tokens other = open(ada);
        assertThat(provider().sessions().end(ada.id(), tokens.sessionId())).isTrue();
        assertThat(provider().sessions().end(ada.id(), tokens.sessionId())).isFalse();
        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
        refreshed(other);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        Account ada = member();
        Tokens tokens = open(ada);
        assertThat(provider().sessions().end(member().id(), tokens.sessionId())).isFalse();
        refreshed(tokens);
    }

    @Test
    void onlySessionsOpenedBeforeAMomentEndTogether() {
        Account ada = member();
        String early = open(ada).sessionId();
        advance(Duration.ofSeconds(1));
        Instant moment = now();
        String late = open(ada).sessionId();
        assertThat(provider().sessions().endAll(ada.id(), moment)).containsExactly(early);
        assertThat(idsOf(ada)).containsExactly(late);
    }

    @Test
    void publicKeysArePublicOnly() {
        open(member());
        assertThat(provider().publicKeys())
                .contains("\"kty\"", "\"kid\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"k\"");
    }

    /** A confirmed account with the password {@link #RIGHT}. */
    private Account member() {
        EmailAddress email = newAddress();
        provider().accounts().confirm(registered(email, RIGHT));
        return check(email, RIGHT) instanceof Check.Right(var account) ? account : fail("not right");
    }

    private String registered(EmailAddress email, Password password) {
        return provider().accounts().register(email, password) instanceof Registration.Registered(var id)
                ? id
                : fail("taken");
    }

    private Instant failFiveTimes(EmailAddress email, @Nullable String accountId) {
        for (int i = 1; i < 5; i++) {
            assertThat(check(email, WRONG)).isEqualTo(new Check.Wrong(accountId, null));
        }
        Instant until = now().plus(Duration.ofMinutes(15));
        assertThat(check(email, WRONG)).isEqualTo(new Check.Wrong(accountId, until));
        return until;
    }

    private Check check(EmailAddress email, Password password) {
        return provider().passwords().check(email, password);
    }

    private Tokens open(Account account) {
        return provider().sessions().open(account, null).tokens();
    }

    private Refresh refresh(Tokens tokens) {
        return provider().sessions().refresh(tokens.refreshToken());
    }

    private Tokens refreshed(Tokens tokens) {
        return refresh(tokens) instanceof Refresh.Refreshed(var next) ? next : fail("not refreshed");
    }

    private List<String> idsOf(Account account) {
        return provider().sessions().of(account.id()).stream().map(Session::id).toList();
    }

    private void assertRefused(String accessToken, String code) {
        assertThatThrownBy(() -> verifier().verify(accessToken))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static <T> T fail(String what) {
        throw new AssertionError(what);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = threads.invokeAll(Collections.nCopies(times, work));
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
