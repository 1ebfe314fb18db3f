package org.tctf.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.communication.Communication.Browser;
import org.tctf.communication.Communication.Caller;
import org.tctf.communication.Communication.Fact;
import org.tctf.communication.application.GiveUpOverdueMessages;
import org.tctf.communication.application.PushCarrier.Outcome;
import org.tctf.communication.application.PushCarrier.Push;
import org.tctf.communication.domain.Urgency;
import org.tctf.identity.Role;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.mail.Mailbox;
import org.tctf.phone.Handset;
import org.tctf.testing.WebPushClient;
import org.tctf.testing.Workbench;

/** What is pushed to a member's browsers, what never is, and what becomes of it. */
class PushTest {
    private static final Caller ADA = new Caller("ada", Role.MEMBER);
    private static final Caller STAFF = new Caller("staff", Role.STAFF);

    @TempDir
    Path folder;

    private Bench service;

    @BeforeEach
    void start() {
        Workbench bench = Workbench.of(CommunicationService.DEFINITION);
        Mailbox mailbox = Mailbox.open(folder.resolve("mailbox.db"), bench.clock());
        Handset handset = Handset.open(folder.resolve("handset.db"), bench.clock());
        service = new Bench(
                bench, mailbox, handset, new MailTransports(List.of(mailbox)), new PhoneTransports(List.of(handset)));
        service.happened(created("ada", "it"));
        service.addBrowser(ADA, browser(1));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aNoticeAboutSecurityIsPushedOnceInTheMembersLanguage() {
        Fact passkey = new Fact("passkey", "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x"));
        service.happened(passkey);
        service.happened(passkey);
        assertThat(service.pushed()).singleElement().satisfies(push -> {
            assertThat(push.payload())
                    .contains(
                            "\"title\":\"Una passkey è stata aggiunta al suo account\"",
                            "\"lang\":\"it\"",
                            "\"body\":\"Il ");
            assertThat(push.urgency()).isEqualTo(Urgency.HIGH);
            assertThat(push.topic()).hasSize(32);
        });
        assertThat(service.published("MESSAGE_SENT"))
                .last()
                .asString()
                .contains("PUSH", "passkey-added", "web-push")
                .doesNotContain("push.invalid");
    }

    @Test
    void eachOfTheMembersBrowsersGetsItAsAMessageOfItsOwn() {
        service.addBrowser(ADA, browser(2));
        service.happened(notification("n-1", "post-1"));
        assertThat(service.pushed())
                .extracting(Push::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(service.pushed())
                .extracting(push -> push.to().endpoint().getPath())
                .containsExactlyInAnyOrder("/push/1", "/push/2");
        assertThat(service.log(ADA, "ada")).filteredOn("SENT"::equals).hasSize(3);
    }

    @Test
    void aDigestSaysHowMuchIsUnreadAndNotWhat() {
        service.happened(new Fact(
                "digest-1",
                "DIGEST_DUE",
                1,
                Map.of("memberId", "ada", "unread", 12, "items", List.of(Map.of("title", "Bob likes your post")))));
        assertThat(service.pushed()).singleElement().satisfies(push -> {
            assertThat(push.payload()).contains("12").doesNotContain("Bob");
            assertThat(push.urgency()).isEqualTo(Urgency.LOW);
        });
    }

    @Test
    void whatTheAppTellsIsPushedWithItsWordsAndTheNewerTakesTheOldersPlace() {
        service.happened(notification("n-1", "post-1"));
        service.happened(notification("n-2", "post-1"));
        service.happened(notification("n-3", "post-2"));
        assertThat(service.pushed())
                .extracting(Push::payload)
                .allMatch(payload -> payload.contains("Bob piace \\\"x\\\""));
        assertThat(service.pushed()).extracting(Push::topic).satisfies(topics -> {
            assertThat(topics.get(0)).isEqualTo(topics.get(1));
            assertThat(topics.get(0)).isNotEqualTo(topics.get(2));
        });
    }

    @Test
    void codesLinksAndAddressesAreNeverPushed() {
        service.happened(service.codeRequested("code", Duration.ofMinutes(10)));
        service.happened(new Fact("passkey", "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x")));
        assertThat(service.mailbox("ada@example.org")).hasSize(3);
        assertThat(service.pushed())
                .singleElement()
                .satisfies(push -> assertThat(push.payload()).doesNotContain("@", "http", "ada"));
    }

    @Test
    void aTopicThatIsNotWantedThereIsNotPushedButSecurityAlwaysIs() {
        service.happened(new Fact(
                "preferences",
                "PREFERENCES_CHANGED",
                2,
                Map.of("userId", "ada", "language", "it", "channels", Map.of("ONBOARDING", Set.of("EMAIL")))));
        service.happened(nudge());
        assertThat(service.pushed()).isEmpty();
        service.happened(new Fact("passkey", "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x")));
        assertThat(service.pushed()).hasSize(1);
    }

    @Test
    void inQuietHoursNothingDisturbsButSecurity() {
        service.happened(new Fact(
                "preferences",
                "PREFERENCES_CHANGED",
                2,
                Map.of(
                        "userId",
                        "ada",
                        "language",
                        "it",
                        "timeZone",
                        "America/New_York",
                        "quietHours",
                        Map.of("from", "22:00", "to", "06:00"),
                        "channels",
                        Map.of())));
        // It is nine in the morning in UTC, four at night there.
        service.happened(nudge());
        assertThat(service.pushed()).isEmpty();
        assertThat(service.mailbox("ada@example.org")).hasSize(2);
        service.happened(new Fact("passkey", "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x")));
        assertThat(service.pushed()).hasSize(1);
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndTheMessageFailsForGood() {
        service.pushServicesAnswer(push -> new Outcome.Gone());
        service.happened(notification("n-1", "post-1"));
        assertThat(service.browsers(ADA)).isEmpty();
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("GONE", "PUSH");
        service.redrivePush(service.pushed().getFirst().id());
        service.happened(notification("n-2", "post-1"));
        assertThat(service.pushed()).hasSize(1);
    }

    @Test
    void aBrowserThatIsRemovedMeanwhileIsNotPushedTo() {
        service.pushServicesAnswer(push -> new Outcome.Later(Duration.ofMinutes(2)));
        String id = service.addBrowser(ADA, browser(1));
        service.happened(notification("n-1", "post-1"));
        service.removeBrowser(ADA, id);
        service.passes(Duration.ofMinutes(3));
        assertThat(service.pushed()).hasSize(1);
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("GONE");
    }

    @Test
    void aPushServiceThatSaysWhenIsAskedThenAndNotBefore() {
        service.pushServicesAnswer(push -> new Outcome.Later(Duration.ofMinutes(2)));
        service.happened(notification("n-1", "post-1"));
        service.passes(Duration.ofMinutes(1));
        assertThat(service.pushed()).hasSize(1);
        service.pushServicesAnswer(push -> new Outcome.Taken("web-push"));
        service.passes(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(service.pushed()).hasSize(2);
        assertThat(service.published("MESSAGE_SENT")).last().asString().contains("notification");
    }

    @Test
    void whatWasPutOffUntilItIsOverdueIsNotAskedForAgain() {
        service.pushServicesAnswer(push -> new Outcome.Later(Duration.ofMinutes(15)));
        service.happened(notification("n-1", "post-1"));
        for (int i = 0; i < 3; i++) {
            service.passes(Duration.ofMinutes(16));
            service.giveUpOverdueMessages();
        }
        int asked = service.pushed().size();
        service.passes(GiveUpOverdueMessages.PATIENCE);
        assertThat(service.pushed()).hasSize(asked);
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("OVERDUE");
    }

    @Test
    void whatAPushServiceRefusesIsRejectedAndTheBrowserStays() {
        service.pushServicesAnswer(push -> new Outcome.Refused());
        service.happened(notification("n-1", "post-1"));
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("REJECTED");
        assertThat(service.browsers(ADA)).hasSize(1);
    }

    @Test
    void whoHasNoBrowserCostsNothing() {
        service.happened(new Fact(
                "n-9",
                "PUSH_DUE",
                1,
                Map.of("memberId", "nobody", "template", "mentioned", "title", "Bob mentioned you.")));
        assertThat(service.pushed()).isEmpty();
        assertThat(service.log(STAFF, "nobody")).isEmpty();
    }

    private static Fact created(String member, String language) {
        return new Fact(
                "created-" + member,
                "USER_CREATED",
                1,
                Map.of("userId", member, "email", member + "@example.org", "firstName", "Ada", "language", language));
    }

    private static Fact notification(String id, String about) {
        return new Fact(
                id,
                "PUSH_DUE",
                1,
                Map.of(
                        "memberId", "ada",
                        "template", "reaction-added",
                        "about", about,
                        "title", "A Bob piace \"x\""));
    }

    private static Fact nudge() {
        return new Fact("nudge", "ONBOARDING_NUDGE_DUE", 1, Map.of("userId", "ada", "openSteps", List.of("ADD_PHOTO")));
    }

    private static Browser browser(int number) {
        return Browser.at("https://push.invalid/push/" + number, new WebPushClient());
    }
}
