package org.tctf.authmfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.authmfa.App.STEP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.authmfa.AuthMfa.Seen;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.Role;
import org.tctf.identity.Sessions;
import org.tctf.identity.SignIns;
import org.tctf.identity.Tokens;
import org.tctf.testing.Refused;

abstract class AuthMfaBehaviour {
    private static final Duration LOCK = Duration.ofMinutes(15);

    private AuthMfa service;
    private People people;
    private String ada;

    abstract AuthMfa start();

    @BeforeEach
    void startService() {
        service = start();
        people = new People(service.identity());
        ada = people.member();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void twoCodesInARowTurnItOnForTheVeryNextSignIn() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        assertThat(people.begin(ada, null)).isInstanceOf(SignIns.Opened.class);

        List<String> backupCodes = service.completeSetup(client, before(app), now(app));

        assertThat(people.begin(ada, null)).isInstanceOf(SignIns.SecondFactorNeeded.class);
        assertThat(backupCodes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("\\w{6}(-\\w{6}){3}"));
        assertThat(service.status(client)).isEqualTo(new Seen(true, 10, 0, false));
        assertThat(ofAda("MFA_ENABLED")).hasSize(1);
    }

    @Test
    void twoCodesThatDoNotFollowEachOtherTurnNothingOn() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        assertRefused("WRONG_CODES", () -> service.completeSetup(client, now(app), now(app)));
        assertRefused("WRONG_CODES", () -> service.completeSetup(client, now(app), before(app)));
        assertRefused("WRONG_CODES", () -> service.completeSetup(client, app.wrongCodeAt(service.now()), now(app)));
        assertThat(people.begin(ada, null)).isInstanceOf(SignIns.Opened.class);
        assertThat(ofAda("MFA_ENABLED")).isEmpty();
    }

    @Test
    void aSetupIsCompletedWithinAQuarterOfAnHourOrBegunAgain() {
        assertRefused("SETUP_NOT_STARTED", () -> service.completeSetup(people.signedIn(ada), "000000", "000000"));
        App app = service.setUp(people.signedIn(ada));
        service.advance(LOCK);
        Client later = people.signedIn(ada);
        assertRefused("SETUP_NOT_STARTED", () -> service.completeSetup(later, before(app), now(app)));
        App another = service.setUp(later);
        assertThat(another).isNotEqualTo(app);
        service.completeSetup(later, before(another), now(another));
        assertRefused("MFA_ALREADY_ENABLED", () -> service.setUp(later));
    }

    @Test
    void noCredentialChangesWithoutARecentProof() {
        Client client = people.signedIn(ada);
        App app = enabled(client);
        service.advance(Duration.ofMinutes(6));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> service.turnOff(client, now(app)));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> service.replaceBackupCodes(client));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> service.completeSetup(client, "000000", "000000"));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> service.setUp(client));

        Client proved = service.stepUp(client, now(app));
        assertThat(service.replaceBackupCodes(proved)).hasSize(10);
    }

    @Test
    void aStepUpTakesThePasswordAndTheCode() {
        Client client = people.signedIn(ada);
        App app = enabled(client);
        assertRefused("WRONG_PASSWORD", () -> service.stepUp(client, "incorrect horse battery", next(app)));
        assertRefused("WRONG_CODE", () -> service.stepUp(client, app.wrongCodeAt(service.now())));
        Client proved = service.stepUp(client, now(app));
        assertRefused("INVALID_TOKEN", () -> service.status(client));
        assertThat(service.status(proved).enabled()).isTrue();
    }

    @Test
    void whoHasNoPasswordSignsInAgainInPlaceOfAStepUp() {
        String eve = people.memberWithoutPassword();
        Client client = People.client(
                (SignIns.Opened) service.identity().signIns().begin(eve, Proof.EXTERNAL_IDENTITY, "a test", null));
        App app = enabled(client);
        assertRefused("SIGN_IN_AGAIN_REQUIRED", () -> service.stepUp(client, next(app)));
    }

    @Test
    void anAdministratorHasTheRoleOnceASecondFactorIsSetUpAndAfterEachSignInWithOne() {
        service.identity().accounts().grant(ada, Role.ADMIN);
        SignIns.Opened opened = (SignIns.Opened) people.begin(ada, null);
        assertThat(said("roles", opened.tokens().accessToken())).containsExactly("MEMBER");
        assertThat(said("roles_withheld", opened.tokens().accessToken())).containsExactly("ADMIN");

        App app = enabled(People.client(opened));
        assertThat(isAdmin(refreshed(opened.tokens()).accessToken())).isTrue();

        Client mailed = mailedIn();
        assertThat(isAdmin(mailed.accessToken())).isFalse();
        Client strong = service.signInWithTotp(people.challenge(ada), next(app), true);
        assertThat(isAdmin(strong.accessToken())).isTrue();
        SignIns.Opened trusted = (SignIns.Opened) people.begin(ada, strong.trustedDevice());
        assertThat(isAdmin(trusted.tokens().accessToken())).isFalse();
        assertThat(isAdmin(service.stepUp(People.client(trusted), next(app)).accessToken()))
                .isTrue();
    }

    @Test
    void whoTurnsTheSecondFactorOffLosesTheRoleWithTheNextTokens() {
        service.identity().accounts().grant(ada, Role.ADMIN);
        SignIns.Opened opened = (SignIns.Opened) people.begin(ada, null);
        App app = enabled(People.client(opened));
        Tokens asAdmin = refreshed(opened.tokens());
        service.turnOff(People.client(opened), next(app));
        assertThat(isAdmin(refreshed(asAdmin).accessToken())).isFalse();
    }

    @Test
    void aCodeOfTheAppCompletesASignIn() {
        App app = enabled();
        Client client = service.signInWithTotp(people.challenge(ada), next(app), false);
        assertThat(people.proofsOf(client)).containsExactly(Proof.PASSWORD, Proof.TOTP);
        assertThat(client.trustedDevice()).isNull();
        JsonNode fact = ofAda("MFA_SIGN_IN_COMPLETED").getFirst();
        assertThat(fact.at("/sessionId").asText()).isEqualTo(client.sessionId());
        assertThat(fact.at("/proofs/0").asText()).isEqualTo("PASSWORD");
        assertThat(fact.at("/proofs/1").asText()).isEqualTo("TOTP");
        assertThat(fact.at("/device").asText()).isEqualTo("a test");
        assertThat(fact.at("/evictedSessions")).isEmpty();
    }

    @Test
    void aSixthSessionIsSaidToHavePushedOutTheOldest() {
        Client oldest = people.signedIn(ada);
        App app = enabled();
        for (int more = 0; more < 4; more++) {
            service.signInWithTotp(people.challenge(ada), next(app), false);
        }
        assertThat(ofAda("MFA_SIGN_IN_COMPLETED")
                        .getLast()
                        .at("/evictedSessions/0")
                        .asText())
                .isEqualTo(oldest.sessionId());
    }

    @Test
    void noCodeIsAcceptedTwice() {
        App app = enabled();
        String code = next(app);
        service.signInWithTotp(people.challenge(ada), code, false);
        assertRefused("CODE_ALREADY_USED", () -> service.signInWithTotp(people.challenge(ada), code, false));
        String older = app.codeAt(service.now().minus(STEP));
        assertRefused("CODE_ALREADY_USED", () -> service.signInWithTotp(people.challenge(ada), older, false));
    }

    @Test
    void theCodesOfTheSetupAreSpent() {
        App app = enabled();
        assertRefused("CODE_ALREADY_USED", () -> service.signInWithTotp(people.challenge(ada), now(app), false));
    }

    @Test
    void aClockMayBeOneStepOffInEitherDirection() {
        App app = enabled();
        service.advance(STEP.multipliedBy(10));
        service.signInWithTotp(people.challenge(ada), app.codeAt(service.now().minus(STEP)), false);
        service.signInWithTotp(people.challenge(ada), app.codeAt(service.now()), false);
        service.signInWithTotp(people.challenge(ada), app.codeAt(service.now().plus(STEP)), false);
        service.advance(STEP.multipliedBy(10));
        String tooOld = app.codeAt(service.now().minus(STEP.multipliedBy(2)));
        String tooEarly = app.codeAt(service.now().plus(STEP.multipliedBy(2)));
        assertRefused("WRONG_CODE", () -> service.signInWithTotp(people.challenge(ada), tooOld, false));
        assertRefused("WRONG_CODE", () -> service.signInWithTotp(people.challenge(ada), tooEarly, false));
    }

    @Test
    void ofManyWhoBringOneCodeAtOnceOneIsSignedIn() {
        App app = enabled();
        String code = next(app);
        List<String> challenges =
                Stream.generate(() -> people.challenge(ada)).limit(6).toList();
        List<String> outcomes = atOnce(challenges, challenge -> service.signInWithTotp(challenge, code, false));
        assertThat(Collections.frequency(outcomes, "signed in")).isEqualTo(1);
        assertThat(outcomes)
                .isSubsetOf("signed in", "CODE_ALREADY_USED", "CONCURRENT_MODIFICATION", "SECOND_FACTOR_LOCKED");
    }

    @Test
    void fiveWrongCodesInARowLockTheSecondFactorOverAllChallenges() {
        App app = enabled();
        service.advance(STEP);
        String wrong = app.wrongCodeAt(service.now());
        for (int left = 4; left >= 0; left--) {
            int remaining = left;
            assertThatThrownBy(() -> service.signInWithTotp(people.challenge(ada), wrong, false))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused).hasMessage("WRONG_CODE");
                        assertThat(refused.remainingAttempts()).isEqualTo(remaining);
                        assertThat(refused.retryAfter()).isEqualTo(remaining == 0 ? LOCK : null);
                    });
        }
        service.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> service.signInWithTotp(people.challenge(ada), now(app), false))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage("SECOND_FACTOR_LOCKED");
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5));
                });
        assertRefused("SECOND_FACTOR_LOCKED", () -> service.mailCode(people.challenge(ada)));
        assertThat(ofAda("SECOND_FACTOR_LOCKED")).hasSize(1);
        assertThat(ofAda("SECOND_FACTOR_FAILED")).hasSize(5);

        service.advance(Duration.ofMinutes(5));
        assertRefused(
                "WRONG_CODE",
                () -> service.signInWithTotp(people.challenge(ada), app.wrongCodeAt(service.now()), false));
        service.signInWithTotp(people.challenge(ada), now(app), false);
    }

    @Test
    void codesOfAllKindsCountTogetherAndARightOneForgetsTheWrong() {
        App app = enabled();
        service.advance(STEP);
        service.mailCode(people.challenge(ada));
        assertRefused(
                "WRONG_CODE",
                () -> service.signInWithTotp(people.challenge(ada), app.wrongCodeAt(service.now()), false));
        assertRefused(
                "WRONG_CODE", () -> service.signInWithBackupCode(people.challenge(ada), "000000-000000-000000-000000"));
        assertRefused("WRONG_CODE", () -> service.signInWithMailedCode(people.challenge(ada), wrongMailedCode()));
        assertRefused(
                "WRONG_CODE", () -> service.signInWithBackupCode(people.challenge(ada), "000000-000000-000000-000000"));
        service.signInWithTotp(people.challenge(ada), now(app), false);
        assertThatThrownBy(() -> service.signInWithBackupCode(people.challenge(ada), "000000-000000-000000-000000"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.remainingAttempts()).isEqualTo(4));
    }

    @Test
    void parallelGuessesDoNotOutrunTheCounter() {
        App app = enabled();
        service.advance(STEP);
        String wrong = app.wrongCodeAt(service.now());
        List<String> challenges =
                Stream.generate(() -> people.challenge(ada)).limit(12).toList();
        List<String> outcomes = atOnce(challenges, challenge -> service.signInWithTotp(challenge, wrong, false));
        assertThat(Collections.frequency(outcomes, "WRONG_CODE")).isLessThanOrEqualTo(5);
        assertThat(outcomes).isSubsetOf("WRONG_CODE", "SECOND_FACTOR_LOCKED", "CONCURRENT_MODIFICATION");
        assertThat(ofAda("SECOND_FACTOR_FAILED")).hasSize(Collections.frequency(outcomes, "WRONG_CODE"));
    }

    @Test
    void aBackupCodeIsGoodOnceHoweverItIsSpelled() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        List<String> codes = service.completeSetup(client, before(app), now(app));
        String spelled = codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");
        Client signedIn = service.signInWithBackupCode(people.challenge(ada), spelled);
        assertThat(people.proofsOf(signedIn)).containsExactly(Proof.PASSWORD, Proof.BACKUP_CODE);
        assertRefused("WRONG_CODE", () -> service.signInWithBackupCode(people.challenge(ada), codes.get(3)));
        assertThat(service.status(signedIn).backupCodesLeft()).isEqualTo(9);
        assertThat(ofAda("BACKUP_CODE_USED"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("codesLeft").asInt()).isEqualTo(9));
    }

    @Test
    void newBackupCodesKillTheOldOnes() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        String old = service.completeSetup(client, before(app), now(app)).getFirst();
        String fresh = service.replaceBackupCodes(client).getFirst();
        assertRefused("WRONG_CODE", () -> service.signInWithBackupCode(people.challenge(ada), old));
        service.signInWithBackupCode(people.challenge(ada), fresh);
        assertThat(ofAda("BACKUP_CODES_RESET")).hasSize(1);
    }

    @Test
    void anothersBackupCodeIsNone() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        service.completeSetup(client, before(app), now(app));
        String bob = people.member();
        Client bobs = people.signedIn(bob);
        App hisApp = service.setUp(bobs);
        List<String> his = service.completeSetup(bobs, before(hisApp), now(hisApp));
        assertRefused("WRONG_CODE", () -> service.signInWithBackupCode(people.challenge(ada), his.getFirst()));
    }

    @Test
    void aMailedCodeCompletesOneSignInWithinAnHour() {
        enabled();
        String challenge = people.challenge(ada);
        service.mailCode(challenge);
        assertThat(ofAda("TEMP_BACKUP_CODE_REQUESTED").getFirst().path("email").asText())
                .isEqualTo(people.addressOf(ada).value());
        service.advance(Duration.ofMinutes(59));
        Client client = service.signInWithMailedCode(challenge, mailedCode());
        assertThat(people.proofsOf(client)).containsExactly(Proof.PASSWORD, Proof.TEMPORARY_BACKUP_CODE);
        assertRefused("CHALLENGE_EXPIRED", () -> service.signInWithMailedCode(challenge, mailedCode()));

        String late = people.challenge(ada);
        service.mailCode(late);
        service.advance(Duration.ofHours(1));
        assertRefused("CHALLENGE_EXPIRED", () -> service.signInWithMailedCode(late, mailedCode()));
        assertRefused("WRONG_CODE", () -> service.signInWithMailedCode(people.challenge(ada), mailedCode()));
    }

    @Test
    void aMailedCodeIsRightOnlyInTheSignInThatAskedForIt() {
        enabled();
        String asking = people.challenge(ada);
        String other = people.challenge(ada);
        service.mailCode(asking);
        String code = mailedCode();
        assertThatThrownBy(() -> service.signInWithMailedCode(other, code))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage("WRONG_CODE");
                    assertThat(refused.remainingAttempts()).isEqualTo(4);
                });
        Client bob = people.signedIn(people.member());
        enabled(bob);
        assertRefused("WRONG_CODE", () -> service.signInWithMailedCode(people.challenge(bob.userId()), code));
        service.signInWithMailedCode(asking, code);
    }

    @Test
    void anotherCodeIsMailedTenMinutesLaterAndTheNewestCounts() {
        enabled();
        String first = people.challenge(ada);
        service.mailCode(first);
        String firstCode = mailedCode();
        service.advance(Duration.ofMinutes(4));
        String second = people.challenge(ada);
        assertThatThrownBy(() -> service.mailCode(second)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused).hasMessage("TEMP_BACKUP_CODE_EXISTS");
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(6));
        });
        service.advance(Duration.ofMinutes(6));
        service.mailCode(second);
        assertRefused("WRONG_CODE", () -> service.signInWithMailedCode(first, firstCode));
        service.signInWithMailedCode(second, mailedCode());
    }

    @Test
    void whoHasJustReplacedThePasswordGetsNoCodeByMail() {
        enabled();
        service.identity().passwords().replace(ada, new Password("set by whoever has the mailbox"), null);
        assertRefused("PASSWORD_TOO_NEW", () -> service.mailCode(people.challenge(ada)));
        service.advance(Duration.ofDays(7));
        service.mailCode(people.challenge(ada));
    }

    @Test
    void aTrustedDeviceBringsNoCodeUntilItIsTrustedNoMore() {
        App app = enabled();
        Client client = service.signInWithTotp(people.challenge(ada), next(app), true);
        assertThat(people.begin(ada, client.trustedDevice())).isInstanceOf(SignIns.Opened.class);
        assertThat(service.status(client).trustedDevices()).isEqualTo(1);
        service.distrustDevices(client);
        assertThat(people.begin(ada, client.trustedDevice())).isInstanceOf(SignIns.SecondFactorNeeded.class);
    }

    @Test
    void itIsTurnedOffByACodeAndEverythingGoesWithIt() {
        App app = enabled();
        Client client = service.signInWithTotp(people.challenge(ada), next(app), true);
        assertRefused("WRONG_CODE", () -> service.turnOff(client, app.wrongCodeAt(service.now())));
        service.turnOff(client, next(app));
        assertThat(people.begin(ada, null)).isInstanceOf(SignIns.Opened.class);
        assertThat(service.status(client)).isEqualTo(new Seen(false, 0, 0, false));
        assertThat(ofAda("MFA_DISABLED")).hasSize(1);
        assertRefused("MFA_NOT_ENABLED", () -> service.stepUp(client, next(app)));
        assertRefused("MFA_NOT_ENABLED", () -> service.replaceBackupCodes(client));
    }

    @Test
    void whoHasLostTheAppTurnsItOffWithBackupCodes() {
        Client client = people.signedIn(ada);
        App app = service.setUp(client);
        List<String> codes = service.completeSetup(client, before(app), now(app));
        service.turnOff(service.signInWithBackupCode(people.challenge(ada), codes.get(0)), codes.get(1));
        assertThat(people.begin(ada, null)).isInstanceOf(SignIns.Opened.class);
    }

    @Test
    void itCanBeTurnedOnAgainWithAnotherSecret() {
        Client client = people.signedIn(ada);
        App first = enabled(client);
        service.turnOff(client, next(first));
        App second = enabled(client);
        assertThat(second).isNotEqualTo(first);
        assertRefused("WRONG_CODE", () -> service.signInWithTotp(people.challenge(ada), next(first), false));
        service.signInWithTotp(people.challenge(ada), now(second), false);
    }

    @Test
    void aChallengeIsGoodForFiveMinutesAndOneSession() {
        App app = enabled();
        String used = people.challenge(ada);
        service.signInWithTotp(used, next(app), false);
        assertRefused("CHALLENGE_EXPIRED", () -> service.signInWithTotp(used, next(app), false));
        String late = people.challenge(ada);
        service.advance(Duration.ofMinutes(5));
        assertRefused("CHALLENGE_EXPIRED", () -> service.signInWithTotp(late, now(app), false));
        assertRefused("CHALLENGE_EXPIRED", () -> service.mailCode(late));
        assertRefused("CHALLENGE_EXPIRED", () -> service.signInWithTotp("unknown", now(app), false));
        service.signInWithTotp(people.challenge(ada), now(app), false);
    }

    @Test
    void anErasedMemberLeavesNothing() {
        Client client = people.signedIn(ada);
        enabled(client);
        service.happened("ACCOUNT_DELETED", ada);
        assertThat(service.status(client)).isEqualTo(new Seen(false, 0, 0, false));
        service.happened("ACCOUNT_DELETED", ada);
    }

    @Test
    void aMemberGetsACopyOfWhatIsKeptOfTheirSecondFactorButNoSecret() {
        App app = enabled();
        JsonNode kept = service.export(ada);
        assertThat(kept.at("/second-factor/backupCodesLeft").asInt()).isEqualTo(10);
        assertThat(kept.toString()).doesNotContain(app.secret());
        assertThat(service.export(people.member())).isEmpty();
    }

    /** As the access token says it to every service. */
    private static List<String> said(String claim, String accessToken) {
        try {
            String claims =
                    new String(Base64.getUrlDecoder().decode(accessToken.split("\\.", 3)[1]), StandardCharsets.UTF_8);
            List<String> values = new ArrayList<>();
            new ObjectMapper().readTree(claims).path(claim).forEach(value -> values.add(value.asText()));
            return values;
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static boolean isAdmin(String accessToken) {
        return said("roles", accessToken).contains("ADMIN");
    }

    private Tokens refreshed(Tokens tokens) {
        return ((Sessions.Refresh.Refreshed) service.identity().sessions().refresh(tokens.refreshToken())).tokens();
    }

    private Client mailedIn() {
        String challenge = people.challenge(ada);
        service.mailCode(challenge);
        String sealed =
                ofAda("TEMP_BACKUP_CODE_REQUESTED").getLast().path("code").asText();
        return service.signInWithMailedCode(challenge, service.open(sealed));
    }

    private App enabled() {
        return enabled(people.signedIn(ada));
    }

    private App enabled(Client client) {
        App app = service.setUp(client);
        service.completeSetup(client, before(app), now(app));
        return app;
    }

    private String now(App app) {
        return app.codeAt(service.now());
    }

    private String before(App app) {
        return app.codeAt(service.now().minus(STEP));
    }

    /** The code that the app shows half a minute later. */
    private String next(App app) {
        service.advance(STEP);
        return now(app);
    }

    private String mailedCode() {
        return service.open(
                ofAda("TEMP_BACKUP_CODE_REQUESTED").getLast().path("code").asText());
    }

    private String wrongMailedCode() {
        return mailedCode().equals("00000000") ? "00000001" : "00000000";
    }

    private List<JsonNode> ofAda(String type) {
        return service.facts(type).stream()
                .filter(fact -> fact.path("userId").asText().equals(ada))
                .toList();
    }

    private interface Attempt {
        void with(String challenge);
    }

    private static List<String> atOnce(List<String> challenges, Attempt attempt) {
        List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            challenges.forEach(challenge -> all.submit(() -> {
                try {
                    attempt.with(challenge);
                    outcomes.add("signed in");
                } catch (Refused refused) {
                    outcomes.add(refused.getMessage());
                }
            }));
        }
        assertThat(outcomes).hasSameSizeAs(challenges);
        return outcomes;
    }

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }
}
