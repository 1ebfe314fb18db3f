package org.tctf.communication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.communication.Communication.Browser;
import org.tctf.communication.Communication.Caller;
import org.tctf.communication.Communication.Fact;
import org.tctf.communication.Communication.Refused;
import org.tctf.identity.Role;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.testing.WebPushClient;

/** What the service promises, whatever runs it. */
abstract class CommunicationBehaviour {
    private static final String CODE = "493817";
    private static final String PHONE = "+447400123456";
    private static final String TOKEN = "link+token/=";
    private static final Caller ADA = new Caller("ada", Role.MEMBER);
    private static final Caller BOB = new Caller("bob", Role.MEMBER);
    private static final Caller STAFF = new Caller("staff", Role.STAFF);

    private Communication service;

    abstract Communication start();

    @BeforeEach
    void open() {
        service = start();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whoSignsUpGetsACodeAndALink() {
        service.happened(verification("fr", service.now().plus(Duration.ofMinutes(30))));
        Mail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Confirmez votre adresse e-mail");
        assertThat(mail.text())
                .contains(CODE, "30 min")
                .contains("http://127.0.0.1:8080/v1/account/signup/confirm?token=link%2Btoken%2F%3D");
        assertThat(mail.html()).contains(CODE).contains("confirm?token");
    }

    @Test
    void theNameOfAnUnconfirmedSignUpIsNotWrittenToAStranger() {
        service.happened(verification("en", service.now().plus(Duration.ofMinutes(30))));
        assertThat(onlyMail().text()).doesNotContain("Buy pills");
    }

    @Test
    void aCodeThatIsNoLongerGoodIsNotSent() {
        service.happened(verification("en", service.now()));
        assertThat(service.mailbox("ada@example.org")).isEmpty();
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("OUTDATED");
    }

    @Test
    void aCodeIsNeitherInAFactNorInTheLog() {
        service.happened(verification("en", service.now().plus(Duration.ofMinutes(30))));
        assertThat(service.published("MESSAGE_SENT"))
                .singleElement()
                .asString()
                .doesNotContain(CODE)
                .doesNotContain("ada@example.org");
        assertThat(service.look(ADA, "verification")).isEqualTo("SENT");
    }

    @Test
    void whatTheProviderDeliveredIsSaidOnceHoweverOftenItSaysSo() {
        Mail mail = sentVerification();
        service.reports(mail, DeliveryReport.Fate.DELIVERED);
        service.reports(mail, DeliveryReport.Fate.DELIVERED);
        service.reports(mail, DeliveryReport.Fate.UNDELIVERED);
        assertThat(service.published("MESSAGE_DELIVERED"))
                .singleElement()
                .asString()
                .contains("\"verification\"", "EMAIL")
                .doesNotContain("ada@example.org");
        assertThat(service.published("MESSAGE_FAILED")).isEmpty();
        assertThat(service.look(ADA, "verification")).isEqualTo("SENT");
        assertThat(service.fate(ADA, "verification")).isEqualTo("DELIVERED");
    }

    @Test
    void aMailThatComesBackHasFailedAfterAll() {
        Mail mail = sentVerification();
        service.reports(mail, DeliveryReport.Fate.BOUNCED);
        service.reports(mail, DeliveryReport.Fate.BOUNCED);
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("\"verification\"", "BOUNCED");
        assertThat(service.fate(ADA, "verification")).isEqualTo("BOUNCED");
        service.reports(mail, DeliveryReport.Fate.DELIVERED);
        assertThat(service.fate(ADA, "verification")).isEqualTo("BOUNCED");
        assertThat(service.published("MESSAGE_SENT")).hasSize(1);
    }

    private Mail sentVerification() {
        service.happened(verification("en", service.now().plus(Duration.ofMinutes(30))));
        return onlyMail();
    }

    @Test
    void whoHasNoAppAtHandGetsACodeByMail() {
        service.happened(created("1", "de"));
        service.happened(service.codeRequested(id("code"), Duration.ofHours(1)));
        Mail mail = service.mailbox("ada@example.org").getFirst();
        assertThat(mail.subject()).isEqualTo("Ihr Code zum Anmelden");
        assertThat(mail.text()).contains("20394857", "60 Min.");
    }

    @Test
    void aPhoneNumberIsProvedByACodeInATextMessage() {
        service.happened(created("1", "de"));
        service.happened(phoneCode("SMS", service.now().plus(Duration.ofMinutes(10))));
        assertThat(service.phone(PHONE)).singleElement().satisfies(message -> {
            assertThat(message.medium()).isEqualTo(Medium.SMS);
            assertThat(message.text()).contains(CODE, "10 Min");
        });
        assertThat(service.published("MESSAGE_SENT"))
                .last()
                .asString()
                .contains("SMS", "phone-code")
                .doesNotContain(CODE)
                .doesNotContain(PHONE);
    }

    @Test
    void whoWantsToHearTheCodeIsCalledAndHearsItDigitByDigit() {
        service.happened(created("1", "it"));
        service.happened(phoneCode("CALL", service.now().plus(Duration.ofMinutes(10))));
        assertThat(service.phone(PHONE)).singleElement().satisfies(message -> {
            assertThat(message.medium()).isEqualTo(Medium.CALL);
            assertThat(message.text()).contains("4, 9, 3, 8, 1, 7").doesNotContain(CODE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatAPhoneGotIsSaidOnceHoweverOftenItsProviderSaysSo(Medium medium) {
        PhoneMessage message = sentCode(medium);
        service.reports(message, DeliveryReport.Fate.DELIVERED);
        service.reports(message, DeliveryReport.Fate.DELIVERED);
        service.reports(message, DeliveryReport.Fate.UNDELIVERED);
        assertThat(service.published("MESSAGE_DELIVERED"))
                .filteredOn(fact -> fact.contains("phone-code"))
                .singleElement()
                .asString()
                .contains("\"%s\"".formatted(medium))
                .doesNotContain(PHONE);
        assertThat(service.published("MESSAGE_FAILED")).isEmpty();
        assertThat(service.look(ADA, message.id())).isEqualTo("SENT");
        assertThat(service.fate(ADA, message.id())).isEqualTo("DELIVERED");
    }

    @Test
    void aTextMessageThatItsCarrierRefusesHasFailedAfterAll() {
        PhoneMessage message = sentCode(Medium.SMS);
        service.reports(message, DeliveryReport.Fate.BOUNCED);
        service.reports(message, DeliveryReport.Fate.BOUNCED);
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("phone-code", "SMS", "BOUNCED")
                .doesNotContain(PHONE);
        assertThat(service.fate(ADA, message.id())).isEqualTo("BOUNCED");
    }

    private PhoneMessage sentCode(Medium medium) {
        service.happened(created("1", "de"));
        service.happened(phoneCode(medium.name(), service.now().plus(Duration.ofMinutes(10))));
        return service.phone(PHONE).getFirst();
    }

    @Test
    void aPhonesCodeThatIsNoLongerGoodIsNotSent() {
        service.happened(phoneCode("SMS", service.now()));
        assertThat(service.phone(PHONE)).isEmpty();
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("OUTDATED");
    }

    @Test
    void whatHappensToAnAccountsSecurityIsToldWhateverItsOwnerHasSwitchedOff() {
        service.happened(created("1", "en"));
        service.happened(new Fact(
                id("off"),
                "PREFERENCES_CHANGED",
                2,
                Map.of(
                        "userId",
                        "ada",
                        "language",
                        "en",
                        "channels",
                        Map.of("ONBOARDING", List.of(), "DIGEST", List.of()))));
        service.happened(new Fact(id("passkey"), "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x")));
        service.happened(new Fact(id("lock"), "SECOND_FACTOR_LOCKED", 4, Map.of("userId", "ada")));
        assertThat(service.mailbox("ada@example.org"))
                .extracting(Mail::subject)
                .contains("A passkey was added to your account", "Your second factor is locked for a while");
    }

    @Test
    void theSameFactTwiceIsOneMail() {
        service.happened(created("1", "en"));
        service.happened(created("1", "en"));
        assertThat(service.deliveries(onlyMail().id())).isEqualTo(1);
    }

    @Test
    void aMemberIsWelcomedOnceHoweverOftenTheyAreCreated() {
        service.happened(created("1", "en"));
        service.happened(created("2", "en"));
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
        assertThat(service.published("MESSAGE_SENT")).hasSize(1);
    }

    @Test
    void whatWasSentIsSaidOnceByIdsOnly() {
        service.happened(created("1", "en"));
        assertThat(service.published("MESSAGE_SENT"))
                .singleElement()
                .asString()
                .contains("\"welcome\"", "\"provider\"", "\"ada\"")
                .doesNotContain("example.org");
    }

    @Test
    void aMemberIsWrittenToInTheirLanguageAndInEnglishWhereWeDoNotSpeakIt() {
        service.happened(created("1", "de"));
        assertThat(onlyMail().subject()).isEqualTo("Willkommen bei TCTF");
        service.happened(new Fact(
                id("2"),
                "USER_CREATED",
                1,
                Map.of("userId", "bob", "email", "bob@example.org", "firstName", "Bob", "language", "fi")));
        assertThat(service.mailbox("bob@example.org").getFirst().subject()).isEqualTo("Welcome to TCTF");
    }

    @Test
    void aNameCannotBecomeMarkupOrAnotherLine() {
        service.happened(new Fact(
                id("1"),
                "USER_CREATED",
                1,
                Map.of(
                        "userId",
                        "ada",
                        "email",
                        "ada@example.org",
                        "firstName",
                        "<b>Ada</b>\r\nBcc: eve@example.org",
                        "language",
                        "en")));
        assertThat(onlyMail().html()).contains("&lt;b&gt;Ada&lt;/b&gt; Bcc").doesNotContain("<b>Ada");
        assertThat(onlyMail().text()).contains("Hello <b>Ada</b> Bcc: eve@example.org,\n");
    }

    @Test
    void theOwnerOfALockedAccountIsToldUntilWhen() {
        service.happened(new Fact(
                id("1"),
                "ACCOUNT_LOCKED",
                3,
                Map.of("userId", "ada", "email", "ada@example.org", "until", Instant.parse("2026-11-20T10:15:00Z"))));
        assertThat(onlyMail().text().replace('\u202f', ' ')).contains("November 20, 2026", "10:15 AM UTC");
    }

    @Test
    void theOwnerOfAnAddressIsToldInTheirOwnLanguageThatSomebodySignedUpWithIt() {
        service.happened(created("1", "it"));
        service.happened(new Fact(
                id("2"), "SIGN_UP_REPEATED", 1, Map.of("userId", "ada", "email", "ada@example.org", "language", "en")));
        assertThat(newestMail().subject()).isEqualTo("Ha già un account");
    }

    @Test
    void aSecurityNoticeGoesOutWhateverTheMemberHasSwitchedOff() {
        service.happened(created("1", "en"));
        service.happened(preferences(2, Map.of("ONBOARDING", Set.of(), "DIGEST", Set.of(), "SECURITY", Set.of())));
        service.happened(new Fact(id("2"), "REFRESH_TOKEN_REUSED", 4, Map.of("userId", "ada", "sessionId", "s")));
        assertThat(newestMail().subject()).isEqualTo("We have ended one of your sessions");
    }

    @Test
    void whatAMemberHasSwitchedOffIsNotSent() {
        service.happened(created("1", "en"));
        service.happened(preferences(2, Map.of("ONBOARDING", Set.of("IN_APP"))));
        service.happened(nudge("2"));
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
        service.happened(preferences(3, Map.of("ONBOARDING", Set.of("EMAIL", "IN_APP"))));
        service.happened(nudge("3"));
        assertThat(newestMail().text()).contains("- Ajouter une photo\n", "- Rejoindre un projet\n");
    }

    @Test
    void aStepThatWeHaveNoWordsForIsLeftOut() {
        service.happened(created("1", "en"));
        service.happened(new Fact(
                id("2"), "ONBOARDING_NUDGE_DUE", 1, Map.of("userId", "ada", "openSteps", List.of("LEARN_TO_FLY"))));
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
    }

    @Test
    void aDigestListsWhatIsUnread() {
        service.happened(created("1", "en"));
        service.happened(new Fact(
                id("2"),
                "DIGEST_DUE",
                1,
                Map.of(
                        "memberId",
                        "ada",
                        "unread",
                        12,
                        "items",
                        List.of(Map.of("title", "Bob likes <your> post"), Map.of("title", "Eve follows you")))));
        assertThat(newestMail().subject()).isEqualTo("Not read yet: 12");
        assertThat(newestMail().html()).contains("<li>Bob likes &lt;your&gt; post</li>");
        assertThat(newestMail().text()).contains("- Bob likes <your> post\n- Eve follows you\n");
    }

    @Test
    void aMemberWhoMovedIsReachedAtTheNewAddressAlsoWhenAnOlderMoveComesLate() {
        service.happened(created("1", "en"));
        service.happened(moved(5, "new@example.org"));
        service.happened(moved(4, "old@example.org"));
        service.happened(nudge("2"));
        assertThat(service.mailbox("new@example.org")).hasSize(1);
        assertThat(service.mailbox("old@example.org")).isEmpty();
    }

    @Test
    void aMemberHasThreeWebhooksAtMostAndNobodyElseSeesThem() {
        String first = service.addWebhook(ADA, "https://one.invalid/hook");
        service.addWebhook(ADA, "https://two.invalid/hook");
        service.addWebhook(ADA, "https://three.invalid/hook");
        assertThat(service.webhooks(ADA)).hasSize(3).first().isEqualTo("https://one.invalid/hook");
        assertThat(service.webhooks(BOB)).isEmpty();
        assertRefused("TOO_MANY_WEBHOOKS", () -> service.addWebhook(ADA, "https://four.invalid/hook"));
        assertRefused("WEBHOOK_NOT_FOUND", () -> service.removeWebhook(BOB, first));
        service.removeWebhook(ADA, first);
        assertRefused("WEBHOOK_EXISTS", () -> service.addWebhook(ADA, "https://two.invalid/hook"));
        service.addWebhook(ADA, "https://four.invalid/hook");
    }

    @Test
    void aWebhookLeadsToAPublicNameByHttps() {
        for (String url :
                List.of("http://one.invalid/", "https://127.0.0.1/", "https://[::1]/", "https://localhost/")) {
            assertRefused("INVALID_WEBHOOK_URL", () -> service.addWebhook(ADA, url));
        }
        assertThat(service.webhooks(ADA)).isEmpty();
    }

    @Test
    void aMemberIsNotifiedOnTenBrowsersAtMostAndNobodyElseSeesThem() {
        String first = service.addBrowser(ADA, browser(0));
        for (int i = 1; i < 10; i++) {
            service.addBrowser(ADA, browser(i));
        }
        assertThat(service.browsers(ADA)).hasSize(10).containsOnly("Ada's phone by push.invalid");
        assertThat(service.browsers(BOB)).isEmpty();
        assertRefused("TOO_MANY_PUSH_SUBSCRIPTIONS", () -> service.addBrowser(ADA, browser(10)));
        assertRefused("PUSH_SUBSCRIPTION_NOT_FOUND", () -> service.removeBrowser(BOB, first));
        service.removeBrowser(ADA, first);
        assertRefused("PUSH_SUBSCRIPTION_NOT_FOUND", () -> service.removeBrowser(ADA, first));
        service.addBrowser(ADA, browser(10));
    }

    @Test
    void theSameBrowserAgainIsTheSameSubscriptionAndItsLastMembersAlone() {
        String id = service.addBrowser(ADA, browser(1));
        assertThat(service.addBrowser(ADA, browser(1))).isEqualTo(id);
        assertThat(service.browsers(ADA)).hasSize(1);
        assertThat(service.addBrowser(BOB, browser(1))).isEqualTo(id);
        assertThat(service.browsers(ADA)).isEmpty();
        assertThat(service.browsers(BOB)).hasSize(1);
        assertRefused("PUSH_SUBSCRIPTION_NOT_FOUND", () -> service.removeBrowser(ADA, id));
        service.removeBrowser(BOB, id);
        service.addBrowser(ADA, browser(1));
        assertThat(service.browsers(ADA)).hasSize(1);
    }

    @Test
    void whatIsNoBrowsersSubscriptionIsRefusedWithWhatIsWrong() {
        WebPushClient good = new WebPushClient();
        for (String endpoint : List.of("http://push.invalid/push/1", "https://127.0.0.1/push/1", "https://metadata/")) {
            assertRefused("INVALID_PUSH_ENDPOINT", () -> service.addBrowser(ADA, Browser.at(endpoint, good)));
        }
        String endpoint = "https://push.invalid/push/1";
        String notOnTheCurve = "BA" + "A".repeat(85);
        for (String key : List.of("", "not base64!", "AAAA", notOnTheCurve)) {
            assertRefused(
                    "INVALID_PUSH_KEY", () -> service.addBrowser(ADA, new Browser(endpoint, key, good.auth(), "x")));
        }
        for (String auth : List.of("", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA")) {
            assertRefused(
                    "INVALID_PUSH_SECRET",
                    () -> service.addBrowser(ADA, new Browser(endpoint, good.p256dh(), auth, "x")));
        }
        assertThat(service.browsers(ADA)).isEmpty();
    }

    @Test
    void theKeyThatBrowsersSubscribeWithIsOneForAllAndForGood() {
        String key = service.pushKey(ADA);
        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
        service.advance(Duration.ofDays(400));
        assertThat(service.pushKey(BOB)).isEqualTo(key);
    }

    @Test
    void whereTheirSessionHasEndedAMemberIsNotNotifiedUntilTheBrowserIsRegisteredAgain() {
        service.addBrowser(ADA, browser(1));
        service.happened(new Fact(
                id("1"),
                "SIGNED_OUT",
                1,
                Map.of("userId", "ada", "sessionIds", List.of("another"), "reason", "SIGNED_OUT")));
        service.happened(new Fact(
                id("2"),
                "SIGNED_OUT",
                1,
                Map.of("userId", "bob", "sessionIds", List.of("test-session"), "reason", "SIGNED_OUT")));
        assertThat(service.browsers(ADA)).hasSize(1);
        service.happened(new Fact(
                id("3"),
                "SIGNED_OUT",
                1,
                Map.of("userId", "ada", "sessionIds", List.of("another", "test-session"), "reason", "SIGNED_OUT")));
        assertThat(service.browsers(ADA)).isEmpty();
        service.addBrowser(ADA, browser(1));
        assertThat(service.browsers(ADA)).hasSize(1);
        service.happened(new Fact(id("4"), "SESSION_EVICTED", 1, Map.of("userId", "ada", "sessionId", "test-session")));
        assertThat(service.browsers(ADA)).isEmpty();
        service.addBrowser(BOB, browser(1));
        assertThat(service.browsers(BOB)).hasSize(1);
    }

    @Test
    void anErasedMembersBrowsersGoWithThem() {
        service.happened(created("1", "en"));
        service.addBrowser(ADA, browser(1));
        service.happened(new Fact(id("2"), "USER_ERASED", 9, Map.of("userId", "ada")));
        assertThat(service.browsers(ADA)).isEmpty();
        service.addBrowser(BOB, browser(1));
        assertThat(service.browsers(BOB)).hasSize(1);
    }

    @Test
    void anErasedMemberGetsNothingMoreAndLeavesNothing() {
        service.happened(created("1", "en"));
        service.happened(new Fact(id("2"), "USER_ERASED", 9, Map.of("userId", "ada")));
        service.advance(Duration.ofMinutes(2));
        service.happened(nudge("3"));
        service.happened(created("4", "en"));
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
        assertThat(service.log(STAFF, "ada")).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatWasWrittenToAnErasedMembersAddressBeforeTheyCame() {
        service.happened(new Fact(
                id("0"),
                "SIGN_UP_REPEATED",
                1,
                Map.of("userId", "a-sign-up-of-hers", "email", "ada@example.org", "language", "en")));
        service.happened(created("1", "en"));
        assertThat(service.log(STAFF, "a-sign-up-of-hers")).hasSize(1);
        service.happened(new Fact(id("2"), "USER_ERASED", 9, Map.of("userId", "ada")));
        service.advance(Duration.ofMinutes(2));
        assertThat(service.log(STAFF, "a-sign-up-of-hers")).isEmpty();
    }

    @Test
    void aMemberSeesTheirOwnMessagesAndStaffSeesAll() {
        service.happened(created("1", "en"));
        assertThat(service.log(ADA, "ada")).containsExactly("SENT");
        assertThat(service.log(STAFF, "ada")).containsExactly("SENT");
        assertThat(service.look(STAFF, id("1"))).isEqualTo("SENT");
        assertThatThrownBy(() -> service.log(BOB, "ada"))
                .isInstanceOf(Refused.class)
                .hasMessage("NOT_YOUR_MESSAGES");
        assertThatThrownBy(() -> service.look(BOB, id("1")))
                .isInstanceOf(Refused.class)
                .hasMessage("MESSAGE_NOT_FOUND");
    }

    private Fact phoneCode(String channel, Instant expiresAt) {
        return new Fact(
                id("phone"),
                "PHONE_VERIFICATION_REQUESTED",
                1,
                Map.of(
                        "userId", "ada",
                        "number", PHONE,
                        "channel", channel,
                        "code", service.encrypt("account-proof", CODE),
                        "expiresAt", expiresAt));
    }

    private Fact verification(String language, Instant expiresAt) {
        return new Fact(
                "verification",
                "EMAIL_VERIFICATION_REQUESTED",
                1,
                Map.of(
                        "userId",
                        "ada",
                        "email",
                        "ada@example.org",
                        "firstName",
                        "Buy pills",
                        "language",
                        language,
                        "code",
                        service.encrypt("verification-code", CODE),
                        "linkToken",
                        service.encrypt("verification-code", TOKEN),
                        "expiresAt",
                        expiresAt));
    }

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }

    private static Browser browser(int number) {
        return Browser.at("https://push.invalid/push/" + number, new WebPushClient());
    }

    private static Fact created(String id, String language) {
        return new Fact(
                id(id),
                "USER_CREATED",
                1,
                Map.of("userId", "ada", "email", "ada@example.org", "firstName", "Ada", "language", language));
    }

    private static Fact nudge(String id) {
        return new Fact(
                id(id),
                "ONBOARDING_NUDGE_DUE",
                1,
                Map.of("userId", "ada", "openSteps", List.of("ADD_PHOTO", "JOIN_PROJECT")));
    }

    private static Fact preferences(long version, Map<String, Set<String>> channels) {
        return new Fact(
                id("preferences-" + version),
                "PREFERENCES_CHANGED",
                version,
                Map.of("userId", "ada", "language", version == 3 ? "fr" : "en", "channels", channels));
    }

    private static Fact moved(long version, String address) {
        return new Fact(id("moved-" + version), "EMAIL_CHANGED", version, Map.of("userId", "ada", "email", address));
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    private Mail onlyMail() {
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
        return newestMail();
    }

    private Mail newestMail() {
        return service.mailbox("ada@example.org").getFirst();
    }
}
