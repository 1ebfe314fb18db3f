package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Account;
import org.tctf.identity.Accounts.Confirmation;
import org.tctf.identity.Accounts.Move;
import org.tctf.identity.Accounts.Outcome;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.ExternalIdentities.Linking;
import org.tctf.identity.ExternalIdentities.Unlinking;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Passwords.Replacement;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.Role;
import org.tctf.identity.SecondFactors;
import org.tctf.identity.SecondFactors.TrustedDevice;
import org.tctf.identity.ServiceKey;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.SignIns;
import org.tctf.identity.SignIns.Challenge;
import org.tctf.identity.SignIns.Opened;
import org.tctf.identity.SignIns.SecondFactorNeeded;
import org.tctf.identity.SignIns.Step;
import org.tctf.identity.Standing;
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
        assertThat(check(ada.email(), WRONG)).isEqualTo(new Check.Wrong(ada.id(), 4, null));
        assertThat(check(newAddress(), WRONG)).isEqualTo(new Check.Wrong(null, 4, null));
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
    void aPasswordInAnotherCaseOrCutShortIsAnother() {
        EmailAddress ada = newAddress();
        String typed = "Correct Horse ".repeat(9);
        provider().accounts().confirm(registered(ada, new Password(typed)));
        assertThat(check(ada, new Password(typed.toLowerCase(Locale.ROOT)))).isInstanceOf(Check.Wrong.class);
        assertThat(check(ada, new Password(typed.strip()))).isInstanceOf(Check.Wrong.class);
        assertThat(check(ada, new Password(typed.substring(0, 72)))).isInstanceOf(Check.Wrong.class);
        assertThat(check(ada, new Password(typed))).isInstanceOf(Check.Right.class);
    }

    @Test
    void aPasswordDoesNotAge() {
        Account ada = member();
        advance(Duration.ofDays(1000));
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Right(ada));
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
                assertThat(check(ada.email(), WRONG)).isEqualTo(new Check.Wrong(ada.id(), 4 - i, null));
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
        assertThat(provider().passwords().replace(ada.id(), next, null)).isEqualTo(new Replacement.Replaced(List.of()));
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
        assertThat(tokens.refreshExpiresIn()).isEqualTo(Duration.ofDays(7));
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
        Opened sixth = opened(ada, null);
        assertThat(sixth.evicted()).containsExactly(five.getFirst().sessionId());
        assertThat(refresh(five.getFirst())).isEqualTo(new Refresh.Refused());
        refreshed(five.get(1));
        assertThat(idsOf(ada)).hasSize(Sessions.MAX).endsWith(sixth.tokens().sessionId());
    }

    @Test
    void neverMoreThanFiveSessionsHoweverManyAreOpenedAtOnce() {
        Account ada = member();
        List<Opened> opened = atOnce(4, () -> opened(ada, null));
        List<Opened> more = atOnce(4, () -> opened(ada, null));
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
        String id = opened(ada, "Firefox on Debian").tokens().sessionId();
        assertThat(provider().sessions().of(ada.id()))
                .containsExactly(new Session(
                        id,
                        opened,
                        opened,
                        opened.plus(Duration.ofDays(7)),
                        opened,
                        List.of(Proof.PASSWORD),
                        "Firefox on Debian"));
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
    void everybodysSessionsEndAtOnceWithTheirTokensAndEverybodyMaySignInAgain() {
        Account ada = member();
        Account bob = member();
        List<Tokens> before = List.of(open(ada), refreshed(open(ada)), open(bob));
        before.forEach(tokens -> verifier().verify(tokens.accessToken()));
        provider().sessions().endEverybodys(now());
        for (Tokens tokens : before) {
            assertRefused(tokens.accessToken(), "INVALID_TOKEN");
            assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
        }
        assertThat(idsOf(ada)).isEmpty();
        assertThat(provider().sessions().prove(bob.id(), before.getLast().sessionId(), Proof.PASSWORD))
                .isEmpty();
        advance(Duration.ofSeconds(1));
        Opened again = opened(ada, null);
        assertThat(again.evicted()).isEmpty();
        verifier().verify(refreshed(again.tokens()).accessToken());
        assertThat(idsOf(ada)).containsExactly(again.tokens().sessionId());
    }

    @Test
    void everybodysSessionsEndUpToTheLatestMomentThatWasSaidHoweverLateAndOften() {
        Account ada = member();
        Instant moment = now();
        assertThat(verifier().hasEnded("any", moment)).isFalse();
        advance(Duration.ofMinutes(1));
        Tokens early = open(ada);
        provider().sessions().endEverybodys(moment);
        refreshed(early);
        advance(Duration.ofMinutes(1));
        atOnce(List.of(
                () -> endEverybodys(now()), () -> endEverybodys(moment), () -> endEverybodys(now().minusSeconds(30))));
        assertThat(idsOf(ada)).isEmpty();
        assertThat(provider().sessions().everybodysEnd()).isAfter(now()).isBefore(now().plusSeconds(2));
        assertThat(verifier().hasEnded("any", now())).isTrue();
        advance(Duration.ofSeconds(1));
        Tokens late = open(ada);
        endEverybodys(moment);
        refreshed(late);
        assertThat(verifier().hasEnded("any", now())).isFalse();
    }

    private boolean endEverybodys(Instant upTo) {
        provider().sessions().endEverybodys(upTo);
        return true;
    }

    @Test
    void anAccountThatNeedsASecondFactorOpensNoSessionByOne() {
        Account ada = member();
        Tokens before = open(ada);
        provider().secondFactors().require(ada.id());
        SecondFactorNeeded needed = challenged(ada, null);
        assertThat(provider().signIns().challenge(needed.challenge()))
                .contains(new Challenge(ada.id(), Proof.PASSWORD, null, now().plus(SignIns.CHALLENGE_LIFE)));
        Opened opened =
                provider().signIns().complete(needed.challenge(), Proof.TOTP).orElseThrow();
        assertThat(opened.proofs()).containsExactly(Proof.PASSWORD, Proof.TOTP);
        assertThat(idsOf(ada))
                .containsExactly(before.sessionId(), opened.tokens().sessionId());
        provider().secondFactors().lift(ada.id());
        open(ada);
    }

    @Test
    void aChallengeIsGoodForOneSessionAndFiveMinutes() {
        Account ada = member();
        provider().secondFactors().require(ada.id());
        String challenge = challenged(ada, null).challenge();
        List<Optional<Opened>> both = atOnce(4, () -> provider().signIns().complete(challenge, Proof.TOTP));
        assertThat(both.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(provider().signIns().challenge(challenge)).isEmpty();
        String late = challenged(ada, null).challenge();
        advance(SignIns.CHALLENGE_LIFE);
        assertThat(provider().signIns().challenge(late)).isEmpty();
        assertThat(provider().signIns().complete(late, Proof.TOTP)).isEmpty();
        assertThat(provider().signIns().complete("A".repeat(43), Proof.TOTP)).isEmpty();
        assertThat(idsOf(ada)).hasSize(1);
    }

    @Test
    void aChallengeThatIsProlongedIsGoodForAnHourFromItsBeginningAndForOneSession() {
        Account ada = withSecondFactor(member());
        String challenge = challenged(ada, null).challenge();
        Instant end = now().plus(Duration.ofHours(1));
        advance(Duration.ofMinutes(4));
        assertThat(provider().signIns().prolong(challenge).orElseThrow().until())
                .isEqualTo(end);
        advance(Duration.ofMinutes(40));
        assertThat(provider().signIns().prolong(challenge).orElseThrow().until())
                .isEqualTo(end);
        assertThat(provider().signIns().complete(challenge, Proof.TOTP)).isPresent();
        assertThat(provider().signIns().prolong(challenge)).isEmpty();

        String other = challenged(ada, null).challenge();
        provider().signIns().prolong(other);
        advance(Duration.ofHours(1));
        assertThat(provider().signIns().prolong(other)).isEmpty();
        assertThat(provider().signIns().complete(other, Proof.TOTP)).isEmpty();
    }

    @Test
    void aChallengeOpensNothingForAnAccountThatWasDisabledMeanwhile() {
        Account ada = member();
        provider().secondFactors().require(ada.id());
        String challenge = challenged(ada, null).challenge();
        provider().accounts().disable(ada.id());
        assertProblem("ACCOUNT_DISABLED", () -> provider().signIns().complete(challenge, Proof.TOTP));
    }

    @Test
    void whileASecondFactorIsTurnedOnEverySignInIsEitherBeforeOrChallenged() {
        for (int round = 0; round < 5; round++) {
            Account ada = member();
            List<Object> all =
                    atOnce(List.of(() -> provider().signIns().begin(ada.id(), Proof.PASSWORD, null, null), () -> {
                        provider().secondFactors().require(ada.id());
                        return provider().signIns().begin(ada.id(), Proof.PASSWORD, null, null);
                    }));
            assertThat(all.get(1)).isInstanceOf(SecondFactorNeeded.class);
        }
    }

    @Test
    void aPasskeyIsTwoFactors() {
        Account ada = member();
        provider().secondFactors().require(ada.id());
        assertThat(provider().signIns().begin(ada.id(), Proof.PASSKEY, null, null))
                .isInstanceOf(Opened.class);
    }

    @Test
    void anIdentityElsewhereIsOneFactorWhateverItsProviderAskedFor() {
        Account ada = withSecondFactor(member());
        assertThat(provider().signIns().begin(ada.id(), Proof.EXTERNAL_IDENTITY, null, null))
                .isInstanceOf(SecondFactorNeeded.class);
    }

    @Test
    void aTrustedDeviceNeedsNoSecondFactorForThirtyDays() {
        Account ada = member();
        provider().secondFactors().require(ada.id());
        String secret = provider().secondFactors().trust(ada.id(), "Ada's laptop");
        assertThat(provider().signIns().begin(ada.id(), Proof.PASSWORD, null, secret))
                .isInstanceOf(Opened.class);
        challenged(ada, "A".repeat(43));
        challenged(withSecondFactor(member()), secret);
        advance(SecondFactors.TRUST);
        challenged(ada, secret);
        assertThat(provider().secondFactors().devices(ada.id())).isEmpty();
    }

    @Test
    void aDeviceIsTrustedUntilItsMemberSaysOtherwise() {
        Account ada = withSecondFactor(member());
        String laptop = provider().secondFactors().trust(ada.id(), "Ada's laptop");
        String phone = provider().secondFactors().trust(ada.id(), "Ada's phone");
        List<TrustedDevice> devices = provider().secondFactors().devices(ada.id());
        assertThat(devices).extracting(TrustedDevice::name).containsExactly("Ada's laptop", "Ada's phone");
        String laptopId = devices.getFirst().id();
        assertThat(provider().secondFactors().distrust(ada.id(), laptopId)).isTrue();
        assertThat(provider().secondFactors().distrust(ada.id(), laptopId)).isFalse();
        challenged(ada, laptop);
        provider().secondFactors().distrustAll(ada.id());
        challenged(ada, phone);
    }

    @Test
    void anEleventhTrustedDevicePushesOutTheOldest() {
        Account ada = member();
        for (int i = 0; i <= SecondFactors.MAX_DEVICES; i++) {
            provider().secondFactors().trust(ada.id(), "device " + i);
        }
        assertThat(provider().secondFactors().devices(ada.id()))
                .hasSize(SecondFactors.MAX_DEVICES)
                .extracting(TrustedDevice::name)
                .startsWith("device 1");
    }

    @Test
    void whoProvesACredentialAgainHasTokensThatSaySo() {
        Account ada = member();
        Tokens tokens = open(ada);
        advance(Duration.ofMinutes(20));
        Instant provedAt = now();
        Tokens fresh = proved(ada, tokens, Proof.PASSWORD);
        assertThat(fresh.sessionId()).isEqualTo(tokens.sessionId());
        assertThat(verifier().verify(fresh.accessToken()).authenticatedAt())
                .isEqualTo(Instant.ofEpochSecond(provedAt.getEpochSecond()));
        assertThat(verifier().verify(refreshed(fresh).accessToken()).authenticatedAt())
                .isEqualTo(Instant.ofEpochSecond(provedAt.getEpochSecond()));
        assertThat(provider().sessions().prove(member().id(), tokens.sessionId(), Proof.PASSWORD))
                .isEmpty();
    }

    @Test
    void whoProvesACredentialAgainHasNewTokensAndTheOnesBeforeAreWorthNothing() {
        Account ada = member();
        Tokens first = open(ada);
        Tokens second = proved(ada, first, Proof.PASSWORD);
        assertRefused(first.accessToken(), "INVALID_TOKEN");
        assertThat(refresh(first)).isEqualTo(new Refresh.Refused());
        Tokens third = proved(ada, second, Proof.PASSWORD);
        assertRefused(second.accessToken(), "INVALID_TOKEN");
        verifier().verify(refreshed(third).accessToken());
    }

    @Test
    void aSessionEndsAWeekAfterItWasRefreshedLast() {
        Account ada = member();
        Tokens tokens = open(ada);
        advance(Sessions.IDLE.minusSeconds(1));
        Tokens next = refreshed(tokens);
        advance(Sessions.IDLE);
        assertThat(refresh(next)).isEqualTo(new Refresh.Refused());
        assertThat(idsOf(ada)).isEmpty();
    }

    @Test
    void rolesOfStaffAreBorneOnlyAfterASecondFactor() {
        Account ada = withSecondFactor(member());
        provider().accounts().grant(ada.id(), Role.ADMIN);
        String device = provider().secondFactors().trust(ada.id(), "Ada's laptop");
        Tokens weak = ((Opened) provider().signIns().begin(ada.id(), Proof.PASSWORD, null, device)).tokens();
        assertThat(verifier().verify(weak.accessToken()).roles()).containsExactly(Role.MEMBER);
        assertThat(verifier().verify(weak.accessToken()).withheld()).containsExactly(Role.ADMIN);
        Tokens strong = proved(ada, weak, Proof.TOTP);
        assertThat(verifier().verify(strong.accessToken()).is(Role.STAFF)).isTrue();
        assertThat(verifier().verify(refreshed(strong).accessToken()).withheld())
                .isEmpty();
    }

    @Test
    void aPasskeyBearsTheRolesOfStaffAndAMailedCodeDoesNot() {
        Account ada = withSecondFactor(member());
        provider().accounts().grant(ada.id(), Role.STAFF);
        Opened byPasskey = (Opened) provider().signIns().begin(ada.id(), Proof.PASSKEY, null, null);
        assertThat(verifier().verify(byPasskey.tokens().accessToken()).is(Role.STAFF))
                .isTrue();
        String challenge = challenged(ada, null).challenge();
        Opened byMail = provider()
                .signIns()
                .complete(challenge, Proof.TEMPORARY_BACKUP_CODE)
                .orElseThrow();
        assertThat(verifier().verify(byMail.tokens().accessToken()).is(Role.STAFF))
                .isFalse();
    }

    @Test
    void aFactorThatIsMadeInASessionStrengthensItsNextTokensWhileItIsThere() {
        Account ada = member();
        provider().accounts().grant(ada.id(), Role.ADMIN);
        Tokens tokens = open(ada);
        provider().secondFactors().require(ada.id());
        provider().sessions().strengthen(ada.id(), tokens.sessionId(), Proof.TOTP);
        assertThat(verifier().verify(tokens.accessToken()).is(Role.ADMIN)).isFalse();
        Tokens next = refreshed(tokens);
        assertThat(verifier().verify(next.accessToken()).is(Role.ADMIN)).isTrue();
        provider().secondFactors().lift(ada.id());
        assertThat(verifier().verify(refreshed(next).accessToken()).is(Role.ADMIN))
                .isFalse();
    }

    @Test
    void aDeactivatedAccountSignsInNoMoreUntilItIsActivated() {
        Account ada = member();
        Tokens tokens = open(ada);
        assertThat(provider().accounts().deactivate(ada.id())).isEqualTo(Outcome.DONE);
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Inactive(ada.id()));
        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
        assertProblem("ACCOUNT_INACTIVE", () -> open(ada));
        assertThat(standing(ada).maySignIn()).isFalse();
        assertThat(provider().accounts().activate(ada.id())).isEqualTo(Outcome.DONE);
        open(ada);
    }

    @Test
    void aRoleIsInTheNextTokensAndWithItsLossAllSessionsEnd() {
        Account ada = member();
        Tokens tokens = open(ada);
        assertThat(provider().accounts().grant(ada.id(), Role.MODERATOR)).isEqualTo(Outcome.DONE);
        Tokens next = refreshed(tokens);
        assertThat(verifier().verify(next.accessToken()).roles())
                .containsExactlyInAnyOrder(Role.MEMBER, Role.MODERATOR);
        assertThat(provider().accounts().revoke(ada.id(), Role.MODERATOR)).isEqualTo(Outcome.DONE);
        assertRefused(next.accessToken(), "INVALID_TOKEN");
        assertThat(standing(ada).account().roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void changingWhatIsSoAlreadyEndsNothing() {
        Account ada = member();
        Tokens tokens = open(ada);
        assertThat(provider().accounts().revoke(ada.id(), Role.STAFF)).isEqualTo(Outcome.DONE);
        assertThat(provider().accounts().enable(ada.id())).isEqualTo(Outcome.DONE);
        refreshed(tokens);
        assertThat(provider().accounts().disable("nobody")).isEqualTo(Outcome.NO_SUCH_ACCOUNT);
    }

    @Test
    void theLastAdminStaysHoweverManyTryAtOnce() {
        Account ada = member();
        Account bob = member();
        provider().accounts().grant(ada.id(), Role.ADMIN);
        provider().accounts().grant(bob.id(), Role.ADMIN);
        List<Outcome> both = atOnce(List.of(
                () -> provider().accounts().disable(ada.id()),
                () -> provider().accounts().revoke(bob.id(), Role.ADMIN)));
        assertThat(both).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LAST_ADMIN);
        Account last = standing(ada).maySignIn() ? ada : bob;
        assertThat(provider().accounts().deactivate(last.id())).isEqualTo(Outcome.LAST_ADMIN);
        assertThat(provider().accounts().erase(last.id())).isEqualTo(Outcome.LAST_ADMIN);
        assertThat(provider().accounts().isLastAdmin(last.id())).isTrue();
        assertThat(provider().accounts().isLastAdmin(last == ada ? bob.id() : ada.id()))
                .isFalse();
        // Others share the provider, and begin without an admin.
        Account other = member();
        provider().accounts().grant(other.id(), Role.ADMIN);
        assertThat(provider().accounts().deactivate(last.id())).isEqualTo(Outcome.DONE);
    }

    @Test
    void aServiceKeyOpensWithItsScopesUntilItIsRevoked() {
        String key = serviceKey("k-1", Duration.ofDays(30));
        assertThat(key).matches("tctf_sk_[0-9A-Za-z]{46}");
        Principal program = verifier().verify(key);
        assertThat(program.memberId()).isEqualTo("account-of-k-1");
        assertThat(program.scopes()).containsExactly("analytics:read");
        assertThat(program.roles()).isEmpty();
        assertThat(program.isProgram()).isTrue();
        ServiceKey listed = provider().serviceKeys().find("k-1").orElseThrow();
        assertThat(key).endsWith(listed.hint());
        assertThat(listed.lastUsedOn()).isEqualTo(now().atOffset(ZoneOffset.UTC).toLocalDate());
        assertThat(provider().serviceKeys().revoke("k-1")).isTrue();
        assertThat(provider().serviceKeys().revoke("k-1")).isFalse();
        assertRefused(key, "INVALID_TOKEN");
        assertThat(provider().serviceKeys().find("k-1")).isEmpty();
    }

    @Test
    void aServiceKeyThatIsMistypedIsNone() {
        String key = serviceKey("k-2", Duration.ofDays(30));
        char last = key.charAt(key.length() - 1);
        assertRefused(key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A'), "INVALID_TOKEN");
        assertRefused("tctf_sk_", "INVALID_TOKEN");
        verifier().verify(key);
    }

    @Test
    void aServiceKeyExpires() {
        String key = serviceKey("k-3", Duration.ofDays(1));
        advance(Duration.ofDays(1));
        assertThatThrownBy(() -> verifier().verify(key)).isInstanceOf(Problem.class);
        assertThat(provider().serviceKeys().living()).extracting(ServiceKey::id).doesNotContain("k-3");
    }

    @Test
    void aRotatedServiceKeyIsGoodForTheOverlap() {
        String old = serviceKey("k-4", Duration.ofDays(30));
        String next = provider()
                .serviceKeys()
                .rotate("k-4", "k-5", Duration.ofHours(1), now().plus(Duration.ofDays(60)))
                .orElseThrow();
        assertThat(verifier().verify(next).memberId())
                .isEqualTo(verifier().verify(old).memberId());
        advance(Duration.ofHours(1));
        assertThatThrownBy(() -> verifier().verify(old)).isInstanceOf(Problem.class);
        verifier().verify(next);
        assertThat(provider().serviceKeys().rotate("k-4", "k-6", Duration.ZERO, now()))
                .isEmpty();
    }

    private String serviceKey(String id, Duration life) {
        return provider()
                .serviceKeys()
                .create(id, "account-of-" + id, "a dashboard", Set.of("analytics:read"), now().plus(life))
                .orElseThrow();
    }

    @Test
    void theFirstAdminIsAppointedOnlyWhileThereIsNoneHoweverManyTryAtOnce() {
        // Others share the provider, and may have left an admin.
        boolean wasThereOne = provider().accounts().hasAdmin();
        List<Account> candidates = List.of(member(), member(), member());
        List<Boolean> appointed = atOnce(candidates.stream()
                .<Callable<Boolean>>map(one -> () -> provider().accounts().appointFirstAdmin(one.id()))
                .toList());
        assertThat(Collections.frequency(appointed, true)).isEqualTo(wasThereOne ? 0 : 1);
        assertThat(provider().accounts().hasAdmin()).isTrue();
        for (int i = 0; i < candidates.size(); i++) {
            Account one = candidates.get(i);
            assertThat(standing(one).account().roles().contains(Role.ADMIN)).isEqualTo(appointed.get(i));
            assertThat(provider().accounts().appointFirstAdmin(one.id())).isEqualTo(appointed.get(i));
        }
        String unconfirmed = registered(newAddress(), RIGHT);
        assertThat(provider().accounts().appointFirstAdmin(unconfirmed)).isFalse();
        assertThat(provider().accounts().appointFirstAdmin("nobody")).isFalse();
    }

    @Test
    void anAccountMovesToAnAddressThatNobodyHas() {
        Account ada = member();
        EmailAddress to = newAddress();
        assertThat(provider().accounts().move(ada.id(), to)).isEqualTo(new Move.Moved(ada.email()));
        assertThat(check(to, RIGHT)).isInstanceOf(Check.Right.class);
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Wrong(null, 4, null));
        registered(ada.email(), RIGHT);
        assertThat(provider().accounts().move(ada.id(), member().email())).isEqualTo(new Move.AddressTaken());
        EmailAddress pending = newAddress();
        String superseded = registered(pending, WRONG);
        assertThat(provider().accounts().move(ada.id(), pending)).isEqualTo(new Move.Moved(to));
        assertThat(provider().accounts().confirm(superseded)).isEqualTo(Confirmation.VOID);
    }

    @Test
    void anErasedAccountIsGoneAndItsAddressFree() {
        Account ada = member();
        Tokens tokens = open(ada);
        ProvedIdentity identity = identity(ada.email());
        provider().externalIdentities().link(ada.id(), identity);
        assertThat(provider().accounts().erase(ada.id())).isEqualTo(Outcome.DONE);
        assertThat(provider().accounts().find(ada.id())).isEmpty();
        assertThat(provider().accounts().find(ada.email())).isEmpty();
        assertThat(provider().externalIdentities().accountOf(identity.identity()))
                .isEmpty();
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Wrong(null, 4, null));
        assertRefused(tokens.accessToken(), "INVALID_TOKEN");
        assertThat(provider().accounts().erase(ada.id())).isEqualTo(Outcome.NO_SUCH_ACCOUNT);
        registered(ada.email(), RIGHT);
    }

    @Test
    void aPasswordThatWasOneOfTheLastFiveIsRefused() {
        Account ada = member();
        assertThat(replaced(ada, RIGHT)).isEqualTo(new Replacement.UsedBefore());
        for (int i = 1; i < Passwords.REMEMBERED; i++) {
            assertThat(replaced(ada, new Password("password number " + i))).isInstanceOf(Replacement.Replaced.class);
        }
        assertThat(replaced(ada, RIGHT)).isEqualTo(new Replacement.UsedBefore());
        assertThat(replaced(ada, new Password("password number 5"))).isInstanceOf(Replacement.Replaced.class);
        assertThat(replaced(ada, RIGHT)).isInstanceOf(Replacement.Replaced.class);
        assertThat(provider().passwords().replace("nobody", RIGHT, null)).isEqualTo(new Replacement.NoSuchAccount());
    }

    @Test
    void aNewPasswordEndsAllSessionsButTheOneItWasSetIn() {
        Account ada = member();
        Tokens here = open(ada);
        Tokens elsewhere = open(ada);
        Password next = new Password("another one, and longer");
        assertThat(provider().passwords().replace(ada.id(), next, here.sessionId()))
                .isEqualTo(new Replacement.Replaced(List.of(elsewhere.sessionId())));
        assertThat(standing(ada).passwordSetAt()).isEqualTo(now());
        assertThat(standing(ada).passwordReplacedAt()).isEqualTo(now());
        assertThat(standing(member()).passwordReplacedAt()).isNull();
        refreshed(here);
        assertRefused(elsewhere.accessToken(), "INVALID_TOKEN");
    }

    @Test
    void aNewPasswordLiftsTheLockOfTheOldOne() {
        Account ada = member();
        failFiveTimes(ada.email(), ada.id());
        Password next = new Password("another one, and longer");
        provider().passwords().replace(ada.id(), next, null);
        // Cognito makes everybody wait for some seconds after five wrong ones, whatever happens to the password.
        advance(Duration.ofSeconds(5));
        assertThat(check(ada.email(), next)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aMembersPasswordIsCheckedByAccountAsByAddressAndCountedForTheirSession() {
        Account ada = member();
        assertThat(provider().passwords().check(ada.id(), WRONG, "s-1")).isEqualTo(new Check.Wrong(ada.id(), 4, null));
        assertThat(provider().passwords().check(ada.id(), WRONG, "s-1")).isEqualTo(new Check.Wrong(ada.id(), 3, null));
        assertThat(check(ada.email(), WRONG)).isEqualTo(new Check.Wrong(ada.id(), 4, null));
        assertThat(provider().passwords().check(ada.id(), RIGHT, "s-1")).isEqualTo(new Check.Right(ada));
        assertThat(provider().passwords().check("nobody", RIGHT, "s-1")).isEqualTo(new Check.Wrong(null, 0, null));
    }

    @Test
    void whoKnowsAnAddressCannotLockItsOwnerOutOfADeviceOrASession() {
        Account ada = member();
        String laptop = provider().passwords().greet(ada.email(), null).orElseThrow();
        assertThat(provider().passwords().greet(ada.email(), laptop)).isEmpty();
        failFiveTimes(ada.email(), ada.id());
        assertThat(check(ada.email(), RIGHT)).isInstanceOf(Check.Locked.class);
        // Cognito makes everybody wait for some seconds after five wrong ones.
        advance(Duration.ofSeconds(5));
        assertThat(provider().passwords().check(ada.email(), RIGHT, laptop)).isEqualTo(new Check.Right(ada));
        assertThat(provider().passwords().check(ada.id(), RIGHT, "a session")).isEqualTo(new Check.Right(ada));
        assertThat(provider().passwords().check(ada.email(), RIGHT, "A".repeat(43)))
                .isInstanceOf(Check.Locked.class);
    }

    @Test
    void aKnownClientIsLockedByItsOwnGuessesAndKnownForHalfAYear() {
        Account ada = member();
        String stolen = provider().passwords().greet(ada.email(), null).orElseThrow();
        for (int left = 4; left >= 0; left--) {
            assertThat(provider().passwords().check(ada.email(), WRONG, stolen)).isInstanceOf(Check.Wrong.class);
        }
        assertThat(provider().passwords().check(ada.email(), RIGHT, stolen)).isInstanceOf(Check.Locked.class);
        advance(Duration.ofMinutes(15));
        assertThat(check(ada.email(), RIGHT)).isEqualTo(new Check.Right(ada));
        advance(Passwords.KNOWN);
        assertThat(provider().passwords().greet(ada.email(), stolen)).isPresent();
    }

    @Test
    void whoComesWithAnIdentityElsewhereHasAnAccountWithoutAPassword() {
        EmailAddress ada = newAddress();
        ProvedIdentity identity = identity(ada);
        String ticket = provider().externalIdentities().remember(identity);
        assertThat(provider().externalIdentities().proved(ticket)).contains(identity);
        String id =
                provider().accounts().admit(newId(), ada, identity) instanceof Registration.Registered(var accountId)
                        ? accountId
                        : fail("not admitted");
        assertThat(provider().externalIdentities().accountOf(identity.identity()))
                .contains(id);
        assertThat(provider().externalIdentities().proved(ticket)).isEmpty();
        assertThat(provider().accounts().admit(id, ada, identity)).isEqualTo(new Registration.Registered(id));
        Standing standing = provider().accounts().find(ada).orElseThrow();
        assertThat(standing.maySignIn()).isTrue();
        assertThat(standing.hasPassword()).isFalse();
        assertThat(check(ada, RIGHT)).isEqualTo(new Check.Wrong(id, 4, null));
        assertThat(provider().accounts().admit(newId(), newAddress(), identity))
                .isEqualTo(new Registration.AddressTaken(id));
        assertThat(provider().accounts().admit(newId(), ada, identity(ada)))
                .isEqualTo(new Registration.AddressTaken(id));
    }

    @Test
    void whoComesFromElsewhereSignsInWithTheOldPassword() {
        EmailAddress ada = newAddress();
        String id = newId();
        ForeignHash bcrypt = new ForeignHash("$2b$04$EGdrhbKUv8Oc9vGiXX0HQOxSg445d458Muh7DAHskb6QbtCvdxcie");
        assertThat(provider().accounts().adopt(id, ada, bcrypt)).isEqualTo(new Registration.Registered(id));
        assertThat(provider().accounts().adopt(id, ada, bcrypt)).isEqualTo(new Registration.Registered(id));
        assertThat(provider().accounts().adopt(newId(), ada, bcrypt)).isEqualTo(new Registration.AddressTaken(id));
        assertThat(check(ada, WRONG)).isInstanceOf(Check.Wrong.class);
        Password old = new Password("correctbatteryhorsestapler");
        assertThat(check(ada, old)).isInstanceOf(Check.Right.class);
        assertThat(check(ada, old)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aTicketOfAProvedIdentityIsGoodForAQuarterOfAnHour() {
        String ticket = provider().externalIdentities().remember(identity(newAddress()));
        advance(ExternalIdentities.TICKET_LIFE);
        assertThat(provider().externalIdentities().proved(ticket)).isEmpty();
        assertThat(provider().externalIdentities().proved("A".repeat(43))).isEmpty();
    }

    @Test
    void theLastWayIntoAnAccountIsNotUnlinked() {
        EmailAddress address = newAddress();
        ProvedIdentity first = identity(address);
        provider().accounts().admit(newId(), address, first);
        String id = provider().externalIdentities().accountOf(first.identity()).orElseThrow();
        ProvedIdentity second = identity(address);
        assertThat(provider().externalIdentities().link(id, second)).isEqualTo(Linking.LINKED);
        assertThat(provider().externalIdentities().link(id, second)).isEqualTo(Linking.LINKED);
        List<Unlinking> both = atOnce(List.of(
                () -> provider().externalIdentities().unlink(id, first.identity()),
                () -> provider().externalIdentities().unlink(id, second.identity())));
        assertThat(both).containsExactlyInAnyOrder(Unlinking.UNLINKED, Unlinking.LAST_WAY_IN);
        provider().passwords().replace(id, RIGHT, null);
        ExternalIdentity last =
                provider().externalIdentities().of(id).getFirst().identity();
        assertThat(provider().externalIdentities().unlink(id, last)).isEqualTo(Unlinking.UNLINKED);
        assertThat(provider().externalIdentities().unlink(id, last)).isEqualTo(Unlinking.NOT_LINKED);
    }

    @Test
    void anIdentityLeadsIntoOneAccountHoweverManyLinkItAtOnce() {
        Account ada = member();
        Account bob = member();
        ProvedIdentity identity = identity(ada.email());
        List<Linking> both = atOnce(List.of(
                () -> provider().externalIdentities().link(ada.id(), identity),
                () -> provider().externalIdentities().link(bob.id(), identity)));
        assertThat(both).containsExactlyInAnyOrder(Linking.LINKED, Linking.TAKEN);
        assertThat(provider().externalIdentities().link("nobody", identity(ada.email())))
                .isEqualTo(Linking.NO_SUCH_ACCOUNT);
    }

    @Test
    void oneSubjectAtTwoIssuersIsTwoIdentities() {
        Account ada = member();
        ProvedIdentity here = identity(ada.email());
        ExternalIdentity elsewhere = new ExternalIdentity(
                "https://other.example.com", here.identity().subject());
        provider().externalIdentities().link(ada.id(), here);
        assertThat(provider().externalIdentities().accountOf(elsewhere)).isEmpty();
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
            assertThat(check(email, WRONG)).isEqualTo(new Check.Wrong(accountId, 5 - i, null));
        }
        Instant until = now().plus(Duration.ofMinutes(15));
        assertThat(check(email, WRONG)).isEqualTo(new Check.Wrong(accountId, 0, until));
        return until;
    }

    private Account withSecondFactor(Account account) {
        provider().secondFactors().require(account.id());
        return account;
    }

    private SecondFactorNeeded challenged(Account account, @Nullable String trustedDevice) {
        Step step = provider().signIns().begin(account.id(), Proof.PASSWORD, null, trustedDevice);
        return step instanceof SecondFactorNeeded needed ? needed : fail("one factor was enough");
    }

    private Standing standing(Account account) {
        return provider().accounts().find(account.id()).orElseThrow();
    }

    private Replacement replaced(Account account, Password password) {
        return provider().passwords().replace(account.id(), password, null);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static ProvedIdentity identity(EmailAddress email) {
        ExternalIdentity who = new ExternalIdentity(
                "https://accounts.example.com", UUID.randomUUID().toString());
        return new ProvedIdentity(who, email, "Ada", "Lovelace");
    }

    private static void assertProblem(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private Check check(EmailAddress email, Password password) {
        return provider().passwords().check(email, password);
    }

    private Opened opened(Account account, @Nullable String device) {
        Step step = provider().signIns().begin(account.id(), Proof.PASSWORD, device, null);
        return step instanceof Opened opened ? opened : fail("one factor was not enough");
    }

    private Tokens open(Account account) {
        return opened(account, null).tokens();
    }

    private Refresh refresh(Tokens tokens) {
        return provider().sessions().refresh(tokens.refreshToken());
    }

    private Tokens proved(Account account, Tokens tokens, Proof proof) {
        return provider()
                .sessions()
                .prove(account.id(), tokens.sessionId(), proof)
                .orElseThrow();
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
        return atOnce(Collections.nCopies(times, work));
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = threads.invokeAll(works);
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
