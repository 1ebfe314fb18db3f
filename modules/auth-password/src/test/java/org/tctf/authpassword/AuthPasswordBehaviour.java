package org.tctf.authpassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authpassword.application.VerifyResetCode;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns.Opened;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Refused;

abstract class AuthPasswordBehaviour {
    private static final String OLD = "correct horse battery staple";
    private static final String NEW = "a brand new engine, noted";
    private static final String WRONG = "incorrect horse battery";

    private final String ada = "ada." + UUID.randomUUID().toString().replace("-", "") + "@example.org";

    private AuthPassword service;

    abstract AuthPassword start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void whoOwnsTheAddressSetsANewPasswordAndAllSessionsEnd() {
        String userId = member(ada);
        Opened laptop = signIn(userId);
        String reset = service.forgot(ada);
        service.confirm(reset, service.verify(reset, mailedCode()), NEW);
        assertThat(check(NEW)).isInstanceOf(Check.Right.class);
        assertThat(check(OLD)).isInstanceOf(Check.Wrong.class);
        assertThat(service.identity().sessions().of(userId)).isEmpty();
        assertThat(of("PASSWORD_RESET", userId)).hasSize(1);
        assertThat(of("PASSWORD_CHANGED", userId))
                .singleElement()
                .satisfies(fact -> assertThat(fact.at("/endedSessions/0").asText())
                        .isEqualTo(laptop.tokens().sessionId()));
    }

    @Test
    void anUnknownAddressIsAnsweredLikeAKnownOne() {
        member(ada);
        String unknown = "nobody." + ada;
        List<String> resets = List.of(service.forgot(ada), service.forgot(unknown));
        for (int left = 4; left >= 0; left--) {
            for (String reset : resets) {
                int remaining = left;
                assertThatThrownBy(() -> service.verify(reset, wrong(mailedCode())))
                        .isInstanceOfSatisfying(Refused.class, refused -> {
                            assertThat(refused).hasMessage("WRONG_CODE");
                            assertThat(refused.remainingAttempts()).isEqualTo(remaining);
                        });
            }
        }
        for (String reset : resets) {
            assertRefused("MAX_ATTEMPTS_EXCEEDED", () -> service.verify(reset, "123456"));
            assertRefused("RESET_COOLDOWN", () -> service.resend(reset));
            assertRefused("RESET_NOT_FOUND", () -> service.confirm(reset, "A".repeat(43), NEW));
        }
        assertRefused("RESET_REQUESTED_ALREADY", () -> service.forgot(ada));
        assertRefused("RESET_REQUESTED_ALREADY", () -> service.forgot(unknown));
        assertThat(ofAddress("PASSWORD_RESET_REQUESTED", ada)).hasSize(1);
        assertThat(ofAddress("PASSWORD_RESET_OF_UNKNOWN_ADDRESS", unknown)).hasSize(1);
        assertThat(check(OLD)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aStrangerWhoAsksFirstDoesNotShutTheOwnerOut() {
        member(ada);
        service.forgot(ada);
        assertRefused("RESET_REQUESTED_ALREADY", () -> service.forgot(ada));
        VerifyResetCode.Proved proved = service.verifyWithAddress(ada, mailedCode());
        service.confirm(proved.resetId(), proved.token(), NEW);
        assertThat(check(NEW)).isInstanceOf(Check.Right.class);
        assertRefused("RESET_NOT_FOUND", () -> service.verifyWithAddress("nobody." + ada, "123456"));
    }

    @Test
    void afterAnHourAnAddressMayAskAgainAndTheOldResetIsOver() {
        member(ada);
        String first = service.forgot(ada);
        service.advance(Duration.ofHours(1));
        service.forgot(ada);
        assertRefused("RESET_NOT_FOUND", () -> service.verify(first, "123456"));
    }

    @Test
    void aCodeIsGoodForHalfAnHour() {
        member(ada);
        String reset = service.forgot(ada);
        service.advance(Duration.ofMinutes(30));
        assertRefused("RESET_CODE_EXPIRED", () -> service.verify(reset, mailedCode()));
        service.resend(reset);
        service.verify(reset, mailedCode());
    }

    @Test
    void onlyTheNewestCodeIsRightAndThereAreThree() {
        member(ada);
        String reset = service.forgot(ada);
        String first = mailedCode();
        service.advance(Duration.ofMinutes(1));
        service.resend(reset);
        if (!first.equals(mailedCode())) {
            assertRefused("WRONG_CODE", () -> service.verify(reset, first));
        }
        assertRefused("RESET_COOLDOWN", () -> service.resend(reset));
        service.advance(Duration.ofMinutes(1));
        service.resend(reset);
        service.advance(Duration.ofMinutes(1));
        assertRefused("TOO_MANY_RESET_MAILS", () -> service.resend(reset));
        service.verify(reset, mailedCode());
    }

    @Test
    void aTokenIsGoodForAQuarterOfAnHourAndOnePassword() {
        member(ada);
        String reset = service.forgot(ada);
        String token = service.verify(reset, mailedCode());
        assertRefused("RESET_NOT_FOUND", () -> service.verify(reset, mailedCode()));
        assertRefused("RESET_NOT_FOUND", () -> service.confirm(reset, "A".repeat(43), NEW));
        service.confirm(reset, token, NEW);
        assertRefused("RESET_NOT_FOUND", () -> service.confirm(reset, token, NEW + "!"));
        service.advance(Duration.ofHours(1));
        String next = service.forgot(ada);
        String late = service.verify(next, mailedCode());
        service.advance(Duration.ofMinutes(15));
        assertThatThrownBy(() -> service.confirm(next, late, NEW + "?"))
                .isInstanceOf(Refused.class)
                .message()
                .isIn("RESET_EXPIRED", "RESET_NOT_FOUND");
    }

    @Test
    void aRefusedPasswordLeavesTheResetOpenForABetterOne() {
        String userId = member(ada);
        service.signUpConfirmed(userId, "Ada", "Lovelace", "countess_ada");
        String reset = service.forgot(ada);
        String token = service.verify(reset, mailedCode());
        assertRefused("PASSWORD_TOO_SHORT", () -> service.confirm(reset, token, "elevenchars"));
        assertRefused("PASSWORD_TOO_LONG", () -> service.confirm(reset, token, "x".repeat(129)));
        assertRefused("PASSWORD_TOO_OBVIOUS", () -> service.confirm(reset, token, "L0velace 2026"));
        assertRefused("PASSWORD_TOO_OBVIOUS", () -> service.confirm(reset, token, "countess_ada!"));
        assertRefused("PASSWORD_BREACHED", () -> service.confirm(reset, token, "qwerty123456"));
        assertRefused("PASSWORD_USED_BEFORE", () -> service.confirm(reset, token, OLD));
        service.confirm(reset, token, NEW);
        assertThat(of("PASSWORD_CHANGED", userId)).hasSize(1);
    }

    @Test
    void whoKnowsTheirPasswordChangesItAndStaysSignedInHere() {
        String userId = member(ada);
        Opened here = signIn(userId);
        Opened elsewhere = signIn(userId);
        service.change(here, OLD, NEW);
        assertThat(check(NEW)).isInstanceOf(Check.Right.class);
        assertThat(service.identity().sessions().of(userId))
                .singleElement()
                .satisfies(session ->
                        assertThat(session.id()).isEqualTo(here.tokens().sessionId()));
        assertThat(of("PASSWORD_CHANGED", userId))
                .singleElement()
                .satisfies(fact -> assertThat(fact.at("/endedSessions/0").asText())
                        .isEqualTo(elsewhere.tokens().sessionId()));
        assertThat(of("PASSWORD_RESET", userId)).isEmpty();
    }

    @Test
    void whoGuessesThePresentPasswordIsToldWhatIsLeftAndThenLocked() {
        Opened ada = signIn(member(this.ada));
        for (int left = 4; left >= 0; left--) {
            int remaining = left;
            assertThatThrownBy(() -> service.change(ada, WRONG, NEW)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused).hasMessage("WRONG_PASSWORD");
                assertThat(refused.remainingAttempts()).isEqualTo(remaining);
            });
        }
        assertRefused("ACCOUNT_LOCKED", () -> service.change(ada, OLD, NEW));
        assertRefused("PASSWORD_MISSING", () -> service.change(ada, null, NEW));
    }

    @Test
    void whoHasASecondFactorChangesThePasswordOnlySoonAfterProvingIt() {
        String userId = member(ada);
        Opened session = signIn(userId);
        service.identity().secondFactors().require(userId);
        service.advance(Duration.ofMinutes(6));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> service.change(session, OLD, NEW));
    }

    @Test
    void aNewPasswordEndsTheTrustInAllDevices() {
        String userId = member(ada);
        service.identity().secondFactors().trust(userId, "a stolen laptop");
        service.change(signIn(userId), OLD, NEW);
        assertThat(service.identity().secondFactors().devices(userId)).isEmpty();
    }

    @Test
    void noneOfTheLastFivePasswordsComesBack() {
        String userId = member(ada);
        String present = OLD;
        for (int i = 1; i < Passwords.REMEMBERED; i++) {
            String next = NEW + i;
            service.change(signIn(userId), present, next);
            present = next;
        }
        String last = present;
        assertRefused("PASSWORD_USED_BEFORE", () -> service.change(signIn(userId), last, OLD));
        service.change(signIn(userId), last, NEW);
        service.change(signIn(userId), NEW, OLD);
    }

    @Test
    void ofManyGuessesAtOnceFiveCountAndTheOthersLearnNothing() throws Exception {
        member(ada);
        String reset = service.forgot(ada);
        String code = mailedCode();
        List<Future<String>> guesses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                guesses.add(threads.submit(() -> refusal(() -> service.verify(reset, wrong(code)))));
            }
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> guess : guesses) {
            answers.add(guess.get());
        }
        assertThat(answers.stream().filter("WRONG_CODE"::equals)).hasSizeLessThanOrEqualTo(5);
        assertThat(answers).isSubsetOf("WRONG_CODE", "MAX_ATTEMPTS_EXCEEDED", "CONCURRENT_MODIFICATION");
    }

    @Test
    void ofAnErasedMemberNothingIsKnownAnyMore() {
        String userId = member(ada);
        service.signUpConfirmed(userId, "Ada", "Lovelace", "countess_ada");
        service.accountDeleted(userId);
        service.change(signIn(userId), OLD, "L0velace 2026");
    }

    @Test
    void aMemberGetsACopyOfWhatMayNotBeInTheirPassword() {
        String userId = member(ada);
        service.signUpConfirmed(userId, "Ada", "Lovelace", "countess_ada");
        assertThat(service.export(userId).path("words-not-for-the-password"))
                .extracting(JsonNode::asText)
                .contains("Ada", "Lovelace", "countess_ada");
        service.accountDeleted(userId);
        assertThat(service.export(userId)).isEmpty();
    }

    private String member(String email) {
        EmailAddress address = new EmailAddress(email);
        Registration registration = service.identity().accounts().register(address, new Password(OLD));
        String id = ((Registration.Registered) registration).accountId();
        service.identity().accounts().confirm(id);
        return id;
    }

    private Opened signIn(String userId) {
        return (Opened) service.identity().signIns().begin(userId, Proof.PASSWORD, "a test", null);
    }

    private Check check(String password) {
        return service.identity().passwords().check(new EmailAddress(ada), new Password(password));
    }

    private String mailedCode() {
        return service.open(ofAddress("PASSWORD_RESET_REQUESTED", ada)
                .getLast()
                .path("code")
                .asText());
    }

    private List<JsonNode> ofAddress(String type, String email) {
        return service.facts(type).stream()
                .filter(fact -> fact.path("email").asText().equals(email))
                .toList();
    }

    private List<JsonNode> of(String type, String userId) {
        return service.facts(type).stream()
                .filter(fact -> fact.path("userId").asText().equals(userId))
                .toList();
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static @Nullable String refusal(Runnable act) {
        try {
            act.run();
            return null;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(code);
    }
}
