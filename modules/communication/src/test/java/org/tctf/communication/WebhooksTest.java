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
import org.tctf.communication.Communication.Caller;
import org.tctf.communication.Communication.Fact;
import org.tctf.identity.Role;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.mail.Mailbox;
import org.tctf.phone.Handset;
import org.tctf.testing.Workbench;

/** What is posted to a webhook, and what never is. */
class WebhooksTest {
    private static final Caller ADA = new Caller("ada", Role.MEMBER);

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
        service.happened(new Fact(
                "created",
                "USER_CREATED",
                1,
                Map.of("userId", "ada", "email", "ada@example.org", "firstName", "Ada", "language", "en")));
        service.addWebhook(ADA, "https://hooks.example.org/tctf");
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aFactIsPostedOnceWithWhatItSays() {
        Fact digest = new Fact(
                "digest-1",
                "DIGEST_DUE",
                1,
                Map.of("memberId", "ada", "unread", 12, "items", List.of(Map.of("title", "Bob likes your post"))));
        service.happened(digest);
        service.happened(digest);
        assertThat(service.posted()).singleElement().satisfies(post -> {
            assertThat(post.id()).startsWith("digest-1-");
            assertThat(post.secret()).startsWith("whsec_");
            assertThat(post.body())
                    .contains(
                            "\"type\":\"DIGEST_DUE\"", "\"memberId\":\"ada\"", "\"unread\":12", "Bob likes your post");
        });
    }

    @Test
    void codesAndLinksAreNeverPosted() {
        service.happened(service.codeRequested("code", Duration.ofMinutes(10)));
        assertThat(service.mailbox("ada@example.org")).hasSize(2);
        assertThat(service.posted()).isEmpty();
    }

    @Test
    void aTopicThatIsNotWantedThereIsNotPostedButSecurityAlwaysIs() {
        service.happened(new Fact(
                "preferences",
                "PREFERENCES_CHANGED",
                2,
                Map.of("userId", "ada", "language", "en", "channels", Map.of("ONBOARDING", Set.of("EMAIL")))));
        service.happened(new Fact(
                "nudge", "ONBOARDING_NUDGE_DUE", 1, Map.of("userId", "ada", "openSteps", List.of("ADD_PHOTO"))));
        assertThat(service.posted()).isEmpty();
        service.happened(new Fact("passkey", "PASSKEY_ADDED", 3, Map.of("userId", "ada", "passkeyId", "x")));
        assertThat(service.posted())
                .singleElement()
                .satisfies(post -> assertThat(post.body()).contains("PASSKEY_ADDED"));
    }

    @Test
    void whatIsWantedThereOnlyIsNotMailed() {
        service.happened(new Fact(
                "preferences",
                "PREFERENCES_CHANGED",
                2,
                Map.of("userId", "ada", "language", "en", "channels", Map.of("ONBOARDING", Set.of("WEBHOOK")))));
        service.happened(new Fact(
                "nudge", "ONBOARDING_NUDGE_DUE", 1, Map.of("userId", "ada", "openSteps", List.of("ADD_PHOTO"))));
        assertThat(service.posted()).hasSize(1);
        assertThat(service.mailbox("ada@example.org")).hasSize(1);
    }

    @Test
    void anErasedMembersWebhooksGoWithThem() {
        service.happened(new Fact("erased", "USER_ERASED", 9, Map.of("userId", "ada")));
        assertThat(service.webhooks(ADA)).isEmpty();
    }
}
