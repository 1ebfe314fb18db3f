package org.tctf.authcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.authcore.Forms.PASSWORD;
import static org.tctf.authcore.Forms.applicant;
import static org.tctf.authcore.Forms.form;
import static org.tctf.authcore.Forms.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authcore.AuthCore.Client;
import org.tctf.authcore.AuthCore.Seen;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.ProvedIdentity;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Refused;

abstract class AuthCoreBehaviour {
    /** After five wrong passwords Cognito takes none for a second, whoever asks (Developer Guide, "Lockout behavior"). */
    private static final Duration COGNITOS_PAUSE = Duration.ofSeconds(2);

    private static final String WRONG = "incorrect horse battery staple";

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String ada = "ada." + id + "@example.org";
    private final String name = "Ada_" + id;

    private AuthCore service;

    abstract AuthCore start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void theMailedCodeMakesAMember() {
        String signUp = service.signUp(form(ada, name));
        String userId = service.confirm(signUp, mailedCode());
        assertThat(service.signIn(ada, PASSWORD).userId()).isEqualTo(userId);
        assertThat(ofAda("SIGN_UP_CONFIRMED")).singleElement().satisfies(fact -> {
            assertThat(fact.at("/userId").asText()).isEqualTo(userId);
            assertThat(fact.at("/membershipName").asText()).isEqualTo(name);
            assertThat(fact.at("/membershipPlan").asText()).isEqualTo("INDIVIDUAL");
            assertThat(fact.at("/firstName").asText()).isEqualTo("Ada");
            assertThat(fact.at("/country").asText()).isEqualTo("GB");
            assertThat(fact.at("/jobTitle").asText()).isEqualTo("Analyst");
            assertThat(fact.has("city")).isFalse();
        });
        assertThat(ofAda("SIGN_UP_STARTED")).hasSize(1);
    }

    @Test
    void theMailedLinkMakesAMemberWhoeverFollowsItAndHoweverOften() {
        service.signUp(form(ada, name));
        String link = mailedLink();
        String userId = service.follow(link);
        assertThat(service.follow(link)).isEqualTo(userId);
        assertThat(ofAda("SIGN_UP_CONFIRMED")).hasSize(1);
        assertThat(service.signIn(ada, PASSWORD).userId()).isEqualTo(userId);
    }

    @Test
    void whatIsSaidAtSignUpTravelsOn() {
        var form = with(
                with(with(form(ada, name), "membershipTier", "PRO"), "companyName", "Engines Ltd"), "city", "London");
        service.confirm(service.signUp(with(with(form, "state", "England"), "language", "fr")), mailedCode());
        JsonNode fact = ofAda("SIGN_UP_CONFIRMED").getFirst();
        assertThat(List.of("membershipTier", "companyName", "city", "state", "language"))
                .extracting(field -> fact.path(field).asText())
                .containsExactly("PRO", "Engines Ltd", "London", "England", "fr");
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")
                        .getFirst()
                        .path("language")
                        .asText())
                .isEqualTo("fr");
    }

    @Test
    void beforeTheAddressIsConfirmedNobodySignsIn() {
        service.signUp(form(ada, name));
        assertRefused("EMAIL_NOT_VERIFIED", () -> service.signIn(ada, PASSWORD));
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, WRONG));
    }

    @Test
    void anAddressInAnotherCaseIsTheSame() {
        signUpAndConfirm();
        service.signIn(ada.toUpperCase(Locale.ROOT), PASSWORD);
        service.signUp(form(ada.toUpperCase(Locale.ROOT), "Other_" + id));
        assertThat(ofAda("SIGN_UP_REPEATED")).hasSize(1);
    }

    @Test
    void anAddressThatOnlyLooksAlikeIsRefused() {
        assertRefused("INVALID_EMAIL", () -> service.signUp(form(ada.replace('a', '\u0430'), name)));
    }

    @Test
    void whoSignsUpWithAnothersAddressLearnsNothing() {
        signUpAndConfirm();
        String repeated = service.signUp(form(ada, "Other_" + id));
        String fresh = service.signUp(form("new." + ada, "New_" + id));
        for (int left = 4; left >= 0; left--) {
            int remaining = left;
            for (String signUp : List.of(repeated, fresh)) {
                assertThatThrownBy(() -> service.confirm(signUp, "000000"))
                        .isInstanceOfSatisfying(Refused.class, refused -> {
                            assertThat(refused).hasMessage("WRONG_CODE");
                            assertThat(refused.remainingAttempts()).isEqualTo(remaining);
                        });
            }
        }
        for (String signUp : List.of(repeated, fresh)) {
            assertRefused("MAX_ATTEMPTS_EXCEEDED", () -> service.confirm(signUp, "000000"));
            assertRefused("VERIFICATION_COOLDOWN", () -> service.resend(signUp));
        }
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUp(form("x." + ada, "Other_" + id)));
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUp(form("x." + ada, "New_" + id)));
        service.advance(Duration.ofMinutes(1));
        service.resend(repeated);
        service.resend(fresh);
        assertThat(ofAda("SIGN_UP_REPEATED")).hasSize(2);
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")).hasSize(1);
    }

    @Test
    void whileSignUpIsClosedNobodyNewBeginsAndWhoHasBegunIsLetIn() {
        signUpAndConfirm();
        String begun = service.signUp(form("begun." + ada, "Begun_" + id));
        try {
            service.openSignUp(false);
            assertRefused("SIGN_UP_CLOSED", () -> service.signUp(form("new." + ada, "New_" + id)));
            assertRefused("SIGN_UP_CLOSED", () -> service.signUp(form(ada, "Other_" + id)));
            assertRefused("SIGN_UP_CLOSED", () -> service.signUp(form("new." + ada, name)));
            service.advance(Duration.ofMinutes(1));
            service.resend(begun);
            service.confirm(begun, mailed("code", "begun." + ada));
            service.signIn("begun." + ada, PASSWORD);
            service.signIn(ada, PASSWORD);
        } finally {
            service.openSignUp(true);
        }
        service.signUp(form("new." + ada, "New_" + id));
        assertThat(ofAda("SIGN_UP_REPEATED")).isEmpty();
    }

    @Test
    void whoSignsUpWithAnothersAddressDoesNotChangeItsPassword() {
        signUpAndConfirm();
        service.signUp(with(form(ada, "Other_" + id), "password", WRONG));
        service.signIn(ada, PASSWORD);
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, WRONG));
    }

    @Test
    void aMembershipNameIsUniqueWhateverItsCase() {
        signUpAndConfirm();
        service.advance(Duration.ofDays(2));
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUp(form("x." + ada, name)));
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUp(form("x." + ada, name.toLowerCase(Locale.ROOT))));
    }

    @Test
    void aMembershipNameIsHeldForTheDayOfAPendingSignUp() {
        service.signUp(form(ada, name));
        service.advance(Duration.ofDays(1).minusSeconds(1));
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUp(form("x." + ada, name)));
        service.advance(Duration.ofSeconds(1));
        service.signUp(form("x." + ada, name));
    }

    @Test
    void ofTwoSignUpsWithOneAddressTheLaterCounts() {
        String first = service.signUp(with(form(ada, name), "password", WRONG));
        String firstCode = mailedCode();
        String firstLink = mailedLink();
        String second = service.signUp(form(ada, name));
        assertRefused("SIGNUP_SUPERSEDED", () -> service.confirm(first, firstCode));
        assertRefused("SIGNUP_SUPERSEDED", () -> service.follow(firstLink));
        service.confirm(second, mailedCode());
        service.signIn(ada, PASSWORD);
        assertThat(ofAda("SIGN_UP_CONFIRMED")).hasSize(1);
    }

    @Test
    void ofTwoSignUpsWithOneAddressAndTwoNamesTheLaterCountsAndTheOthersNameIsFree() {
        String first = service.signUp(with(form(ada, name), "password", WRONG));
        String firstCode = mailedCode();
        String second = service.signUp(form(ada, "Other_" + id));
        assertRefused("SIGNUP_SUPERSEDED", () -> service.confirm(first, firstCode));
        service.confirm(second, mailedCode());
        service.signUp(form("x." + ada, name));
        assertThat(ofAda("SIGN_UP_CONFIRMED")).hasSize(1);
    }

    @Test
    void afterFiveWrongCodesTheCodeIsDeadAndAnotherMailHelps() {
        String signUp = service.signUp(form(ada, name));
        String code = mailedCode();
        for (int i = 0; i < 5; i++) {
            assertRefused("WRONG_CODE", () -> service.confirm(signUp, wrong(code)));
        }
        assertRefused("MAX_ATTEMPTS_EXCEEDED", () -> service.confirm(signUp, wrong(code)));
        assertRefused("MAX_ATTEMPTS_EXCEEDED", () -> service.confirm(signUp, code));
        service.advance(Duration.ofMinutes(1));
        service.resend(signUp);
        service.confirm(signUp, mailedCode());
    }

    @Test
    void wrongCodesDoNotStopTheLink() {
        String signUp = service.signUp(form(ada, name));
        String code = mailedCode();
        for (int i = 0; i < 5; i++) {
            assertRefused("WRONG_CODE", () -> service.confirm(signUp, wrong(code)));
        }
        service.follow(mailedLink());
    }

    @Test
    void codeAndLinkAreGoodForHalfAnHour() {
        String signUp = service.signUp(form(ada, name));
        service.advance(Duration.ofMinutes(30));
        assertRefused("VERIFICATION_EXPIRED", () -> service.confirm(signUp, mailedCode()));
        assertRefused("VERIFICATION_EXPIRED", () -> service.follow(mailedLink()));
        service.resend(signUp);
        service.advance(Duration.ofMinutes(30).minusSeconds(1));
        service.confirm(signUp, mailedCode());
    }

    @Test
    void aNewMailKillsTheOldOne() {
        String signUp = service.signUp(form(ada, name));
        String oldLink = mailedLink();
        String oldCode = mailedCode();
        service.advance(Duration.ofMinutes(1));
        service.resend(signUp);
        assertRefused("VERIFICATION_EXPIRED", () -> service.follow(oldLink));
        if (!oldCode.equals(mailedCode())) {
            assertRefused("WRONG_CODE", () -> service.confirm(signUp, oldCode));
        }
        service.follow(mailedLink());
    }

    @Test
    void aMailIsSentAgainOnceAMinuteAndFiveTimes() {
        String signUp = service.signUp(form(ada, name));
        assertRefused("VERIFICATION_COOLDOWN", () -> service.resend(signUp));
        for (int i = 0; i < 5; i++) {
            service.advance(Duration.ofMinutes(1));
            service.resend(signUp);
        }
        service.advance(Duration.ofMinutes(1));
        assertRefused("TOO_MANY_VERIFICATIONS", () -> service.resend(signUp));
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")).hasSize(6);
    }

    @Test
    void aMailIsSentAgainToAnAddressWithoutSayingWhetherItWas() {
        service.resendTo(ada);
        service.signUp(form(ada, name));
        service.resendTo(ada);
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")).hasSize(1);
        service.advance(Duration.ofMinutes(1));
        service.resendTo(ada);
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")).hasSize(2);
        service.follow(mailedLink());
        service.resendTo(ada);
        assertThat(ofAda("EMAIL_VERIFICATION_REQUESTED")).hasSize(2);
    }

    @Test
    void aForgedLinkIsRefused() {
        String signUp = service.signUp(form(ada, name));
        String link = mailedLink();
        assertRefused("INVALID_LINK", () -> service.follow(signUp));
        assertRefused("INVALID_LINK", () -> service.follow(link.replace(".1.", ".2.")));
        assertRefused("INVALID_LINK", () -> service.follow(link.substring(0, link.length() - 1)));
        assertRefused("INVALID_LINK", () -> service.follow(link + "A"));
    }

    @Test
    void aSignUpThatIsNotThereCannotBeConfirmed() {
        assertRefused(
                "SIGNUP_NOT_FOUND", () -> service.confirm(UUID.randomUUID().toString(), "123456"));
        assertRefused("SIGNUP_NOT_FOUND", () -> service.resend(UUID.randomUUID().toString()));
        String signUp = service.signUp(form(ada, name));
        service.advance(Duration.ofDays(1));
        assertRefused("SIGNUP_NOT_FOUND", () -> service.resend(signUp));
    }

    @Test
    void aPasswordIsLongAndNotWhatEverybodyKnows() {
        assertRefused("PASSWORD_TOO_SHORT", () -> service.signUp(with(form(ada, name), "password", "elevenchars")));
        assertRefused("PASSWORD_TOO_LONG", () -> service.signUp(with(form(ada, name), "password", "x".repeat(129))));
        assertRefused("PASSWORD_TOO_OBVIOUS", () -> service.signUp(with(form(ada, name), "password", ada)));
        assertRefused(
                "PASSWORD_TOO_OBVIOUS",
                () -> service.signUp(with(form(ada, name), "password", name.toUpperCase(Locale.ROOT))));
        assertRefused("PASSWORD_TOO_OBVIOUS", () -> service.signUp(with(form(ada, name), "password", "ADA lovelace")));
        assertRefused(
                "PASSWORD_TOO_OBVIOUS", () -> service.signUp(with(form(ada, name), "password", "L0vel@ce-2026!")));
        assertRefused("PASSWORD_BREACHED", () -> service.signUp(with(form(ada, name), "password", "Qwerty123456")));
        service.signUp(with(form(ada, name), "password", "\uD83D\uDD11".repeat(12)));
    }

    @Test
    void whatCouldForgeAMailIsRefused() {
        for (String text :
                List.of("Ada\r\nBcc: all", "<b>Ada</b>", "https://evil.example", "www.evil.example", "   ")) {
            assertRefused("INVALID_TEXT", () -> service.signUp(with(form(ada, name), "firstName", text)));
        }
        assertRefused("UNKNOWN_COUNTRY", () -> service.signUp(with(form(ada, name), "country", "XX")));
    }

    @Test
    void codesAndLinksAreNeverInClear() {
        service.signUp(form(ada, name));
        String all = ofAda("EMAIL_VERIFICATION_REQUESTED").toString();
        assertThat(all).doesNotContain("\"" + mailedCode() + "\"").doesNotContain(mailedLink());
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        signUpAndConfirm();
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, WRONG));
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn("x." + ada, WRONG));
        assertThat(ofAda("SIGN_IN_FAILED")).isEmpty();
        assertThat(service.facts("SIGN_IN_FAILED").toString()).doesNotContain(ada);
    }

    @Test
    void theFifthWrongPasswordLocksTheAddressForFifteenMinutesAndItsOwnerHearsOfItOnce() {
        String userId = signUpAndConfirm();
        for (String address : List.of(ada, "nobody." + ada)) {
            for (int i = 0; i < 5; i++) {
                assertRefused("WRONG_CREDENTIALS", () -> service.signIn(address, WRONG));
            }
            assertRefused("ACCOUNT_LOCKED", () -> service.signIn(address, WRONG));
            assertRefused("ACCOUNT_LOCKED", () -> service.signIn(address, PASSWORD));
        }
        assertThat(ofAda("ACCOUNT_LOCKED"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("userId").asText()).isEqualTo(userId));
        service.advance(Duration.ofMinutes(15));
        service.signIn(ada, PASSWORD);
    }

    @Test
    void aStrangersGuessesDoNotLockAClientThatHasSignedInBefore() {
        String userId = signUpAndConfirm();
        String known = service.becomeKnown(ada, PASSWORD);
        for (int guess = 0; guess < 5; guess++) {
            assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, WRONG));
        }
        assertRefused("ACCOUNT_LOCKED", () -> service.signIn(ada, PASSWORD));
        service.advance(COGNITOS_PAUSE);
        assertThat(service.signInKnown(known, ada, PASSWORD).userId()).isEqualTo(userId);
    }

    @Test
    void aMemberSeesWhereTheyAreSignedIn() {
        signUpAndConfirm();
        Client laptop = service.signIn(ada, PASSWORD);
        Client phone = service.signIn(ada, PASSWORD);
        assertThat(service.sessions(phone))
                .containsExactly(new Seen(laptop.sessionId(), false), new Seen(phone.sessionId(), true));
        assertThat(of("SIGNED_IN", phone.userId())).hasSize(2);
    }

    @Test
    void aSixthSessionEndsTheOldest() {
        signUpAndConfirm();
        List<Client> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(service.signIn(ada, PASSWORD));
        }
        assertThat(service.sessions(six.getLast()))
                .hasSize(5)
                .doesNotContain(new Seen(six.getFirst().sessionId(), false));
        assertRefused("INVALID_TOKEN", () -> service.sessions(six.getFirst()));
        assertThat(of("SESSION_EVICTED", six.getFirst().userId()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("sessionId").asText())
                        .isEqualTo(six.getFirst().sessionId()));
    }

    @Test
    void aSpentRefreshTokenEndsItsSessionAndIsReportedOnce() {
        signUpAndConfirm();
        Client stolen = service.signIn(ada, PASSWORD);
        Client other = service.signIn(ada, PASSWORD);
        Client newest = service.refresh(service.refresh(stolen));
        assertThat(newest.sessionId()).isEqualTo(stolen.sessionId());
        assertRefused("REFRESH_TOKEN_REUSED", () -> service.refresh(stolen));
        assertRefused("REFRESH_TOKEN_REUSED", () -> service.refresh(stolen));
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(newest));
        assertRefused("INVALID_TOKEN", () -> service.sessions(newest));
        service.sessions(service.refresh(other));
        assertThat(of("REFRESH_TOKEN_REUSED", stolen.userId())).hasSize(1);
    }

    @Test
    void signingOutEndsTheSession() {
        signUpAndConfirm();
        Client laptop = service.signIn(ada, PASSWORD);
        Client phone = service.signIn(ada, PASSWORD);
        service.signOut(laptop, false);
        assertRefused("INVALID_TOKEN", () -> service.sessions(laptop));
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(laptop));
        assertThat(service.sessions(phone)).hasSize(1);
        assertThat(of("SIGNED_OUT", phone.userId())).hasSize(1);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        signUpAndConfirm();
        Client laptop = service.signIn(ada, PASSWORD);
        Client phone = service.signIn(ada, PASSWORD);
        service.signOut(laptop, true);
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(laptop));
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(phone));
        assertThat(of("SIGNED_OUT", phone.userId()).getFirst().path("sessionIds"))
                .hasSize(2);
    }

    @Test
    void aMemberEndsTheSessionOfALostPhoneButNobodyElses() {
        signUpAndConfirm();
        Client laptop = service.signIn(ada, PASSWORD);
        Client phone = service.signIn(ada, PASSWORD);
        service.endSession(laptop, phone.sessionId());
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(phone));
        assertRefused("SESSION_NOT_FOUND", () -> service.endSession(laptop, phone.sessionId()));

        service.confirm(service.signUp(form("eve." + ada, "Eve_" + id)), mailed("code", "eve." + ada));
        Client eve = service.signIn("eve." + ada, PASSWORD);
        assertRefused("SESSION_NOT_FOUND", () -> service.endSession(eve, laptop.sessionId()));
        service.refresh(laptop);
    }

    @Test
    void whoIsDisabledIsSignedOut() {
        signUpAndConfirm();
        Client client = service.signIn(ada, PASSWORD);
        service.advance(Duration.ofSeconds(1));
        service.happened("USER_DISABLED", client.userId(), Duration.ZERO);
        assertThat(of("SIGNED_OUT", client.userId())).hasSize(1);
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(client));
    }

    @Test
    void theSessionsThatEndedWithAPasswordAreReported() {
        String userId = signUpAndConfirm();
        service.happened("PASSWORD_CHANGED", userId, Duration.ZERO);
        assertThat(of("SIGNED_OUT", userId)).singleElement().satisfies(fact -> {
            assertThat(fact.at("/reason").asText()).isEqualTo("PASSWORD_CHANGED");
            assertThat(fact.at("/sessionIds/0").asText()).isEqualTo("0190a000-0000-7000-8000-00000000ada0");
        });
    }

    @Test
    void whoIsSignedOutOfABrowserByAnApplicationIsReportedLikeAnyOther() {
        String userId = signUpAndConfirm();
        service.happened("BROWSER_SESSION_ENDED", userId, Duration.ZERO);
        assertThat(of("SIGNED_OUT", userId)).singleElement().satisfies(fact -> {
            assertThat(fact.at("/reason").asText()).isEqualTo("SIGNED_OUT");
            assertThat(fact.at("/sessionIds/0").asText()).isEqualTo("0190a000-0000-7000-8000-00000000ada0");
        });
    }

    @Test
    void aFactThatComesLateEndsOnlyWhatWasOpenThen() {
        signUpAndConfirm();
        Client before = service.signIn(ada, PASSWORD);
        service.advance(Duration.ofHours(1));
        Client since = service.signIn(ada, PASSWORD);
        service.happened("USER_DISABLED", before.userId(), Duration.ofMinutes(30));
        assertThat(of("SIGNED_OUT", before.userId())).hasSize(1);
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(before));
        service.refresh(since);
    }

    @Test
    void whoComesFromAProviderThatVerifiedTheAddressIsAMemberAtOnce() {
        String ticket = ticket(ada);
        Client client = service.signUpWithTicket(ticket, applicant(name));
        assertThat(ofAda("SIGN_UP_CONFIRMED")).singleElement().satisfies(fact -> {
            assertThat(fact.at("/userId").asText()).isEqualTo(client.userId());
            assertThat(fact.at("/membershipName").asText()).isEqualTo(name);
        });
        assertThat(of("SIGNED_IN", client.userId()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.at("/method").asText()).isEqualTo("EXTERNAL_IDENTITY"));
        assertRefused("TICKET_EXPIRED", () -> service.signUpWithTicket(ticket, applicant("Other_" + id)));
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, PASSWORD));
    }

    @Test
    void whoComesFromAProviderDoesNotTakeOverTheAccountOfTheAddress() {
        signUpAndConfirm();
        assertRefused("ACCOUNT_EXISTS", () -> service.signUpWithTicket(ticket(ada), applicant("Other_" + id)));
        service.signIn(ada, PASSWORD);
        service.signUpWithTicket(ticket("new." + ada), applicant("Other_" + id));
        assertRefused("SIGNUP_MEMBER_EXISTS", () -> service.signUpWithTicket(ticket("newer." + ada), applicant(name)));
    }

    @Test
    void aMemberOfAnotherSystemSignsInWithThePasswordFromThere() {
        String bcrypt = "$2b$04$EGdrhbKUv8Oc9vGiXX0HQOxSg445d458Muh7DAHskb6QbtCvdxcie";
        String userId = service.takeOver(ada, bcrypt, applicant(name));
        assertThat(ofAda("SIGN_UP_CONFIRMED")).hasSize(1);
        assertRefused("WRONG_CREDENTIALS", () -> service.signIn(ada, PASSWORD));
        assertThat(service.signIn(ada, "correctbatteryhorsestapler").userId()).isEqualTo(userId);
        assertRefused("ACCOUNT_EXISTS", () -> service.takeOver(ada, bcrypt, applicant("Other_" + id)));
        assertRefused(
                "UNSUPPORTED_PASSWORD_HASH",
                () -> service.takeOver("new." + ada, "5f4dcc3b5aa765d61d8327deb882cf99", applicant("New_" + id)));
    }

    @Test
    void whoIsSignedInProvesTheirPasswordAgain() {
        signUpAndConfirm();
        Client client = service.stepUp(service.signIn(ada, PASSWORD), PASSWORD);
        assertThatThrownBy(() -> service.stepUp(client, WRONG)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused).hasMessage("WRONG_PASSWORD");
            assertThat(refused.remainingAttempts()).isEqualTo(4);
        });
        for (int i = 0; i < 4; i++) {
            assertRefused("WRONG_PASSWORD", () -> service.stepUp(client, WRONG));
        }
        assertRefused("ACCOUNT_LOCKED", () -> service.stepUp(client, PASSWORD));
        assertThat(of("ACCOUNT_LOCKED", client.userId())).hasSize(1);
    }

    @Test
    void whatAClientHeldBeforeAStepUpIsWorthNothing() {
        signUpAndConfirm();
        Client before = service.signIn(ada, PASSWORD);
        Client after = service.stepUp(before, PASSWORD);
        assertRefused("INVALID_TOKEN", () -> service.sessions(before));
        assertRefused("INVALID_REFRESH_TOKEN", () -> service.refresh(before));
        assertThat(service.sessions(service.refresh(after))).hasSize(1);
    }

    @Test
    void aPasswordAloneIsNoStepUpForWhoHasASecondFactor() {
        signUpAndConfirm();
        Client client = service.signIn(ada, PASSWORD);
        service.identity().secondFactors().require(client.userId());
        assertRefused("SECOND_FACTOR_REQUIRED", () -> service.stepUp(client, PASSWORD));
    }

    @Test
    void aMemberGetsACopyOfTheNameThatTheyHold() {
        String userId = service.confirm(service.signUp(form(ada, name)), mailedCode());
        assertThat(service.export(userId).at("/membership-name/name").asText()).isEqualToIgnoringCase(name);
        assertThat(service.export("0190a000-0000-7000-8000-00000000ada0")).isEmpty();
    }

    private String ticket(String email) {
        ExternalIdentity identity = new ExternalIdentity(
                "https://accounts.example.com", UUID.randomUUID().toString());
        return service.identity()
                .externalIdentities()
                .remember(new ProvedIdentity(identity, new EmailAddress(email), null, null));
    }

    private String signUpAndConfirm() {
        return service.confirm(service.signUp(form(ada, name)), mailedCode());
    }

    private String mailedCode() {
        return mailed("code", ada);
    }

    private String mailedLink() {
        return mailed("linkToken", ada);
    }

    private String mailed(String secret, String email) {
        List<JsonNode> mails = ofAddress("EMAIL_VERIFICATION_REQUESTED", email);
        return service.open(mails.getLast().path(secret).asText());
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private List<JsonNode> ofAda(String type) {
        return ofAddress(type, ada);
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

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }
}
