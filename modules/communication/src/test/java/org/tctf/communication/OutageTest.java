package org.tctf.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.communication.Communication.Caller;
import org.tctf.communication.Communication.Fact;
import org.tctf.communication.adapter.carrier.CarrierLimits;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.GiveUpOverdueMessages;
import org.tctf.contracts.ScriptedSmtpServer;
import org.tctf.identity.Role;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.mail.Mailbox;
import org.tctf.mail.SmtpTransport;
import org.tctf.phone.Handset;
import org.tctf.testing.Workbench;

/** What becomes of a message when its providers don't work. */
class OutageTest {
    private static final Caller STAFF = new Caller("staff", Role.STAFF);
    private static final String FACT = "0190b7c2-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private final ScriptedSmtpServer first = new ScriptedSmtpServer();
    private final ScriptedSmtpServer second = new ScriptedSmtpServer();
    private final ScriptedSmtpServer third = new ScriptedSmtpServer();
    private Bench service;

    @BeforeEach
    void start() {
        Workbench bench = Workbench.of(CommunicationService.DEFINITION);
        service = new Bench(
                bench,
                Mailbox.open(folder.resolve("mailbox.db"), bench.clock()),
                Handset.open(folder.resolve("handset.db"), bench.clock()),
                new MailTransports(List.of(
                        smtp("first", first, bench), smtp("second", second, bench), smtp("third", third, bench))),
                new PhoneTransports(List.of()));
    }

    @AfterEach
    void close() throws IOException {
        service.close();
        first.close();
        second.close();
        third.close();
    }

    @Test
    void aFailoverIsSaidTogetherWithWhatWasSent() {
        first.answering("GREETING", "421 too busy");
        lock();
        assertThat(second.taken()).hasSize(1);
        assertThat(service.published("PROVIDER_FAILED_OVER"))
                .singleElement()
                .asString()
                .contains("\"first\"", "\"second\"", "UNAVAILABLE");
        assertThat(service.published("MESSAGE_SENT")).singleElement().asString().contains("\"second\"");
    }

    @Test
    void ofThreeServersOneRefusesOneHangsAndTheThirdHasTheMailInTime() {
        first.answering("GREETING", "421 too busy");
        second.silent();
        long begin = System.nanoTime();
        lock("1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CarrierLimits.ANSWER);
        assertThat(third.taken()).hasSize(1);
        assertThat(service.look(STAFF, "1")).isEqualTo("SENT");
        assertThat(service.published("PROVIDER_FAILED_OVER"))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(fact).contains("\"to\":\"third\""))
                .anySatisfy(fact -> assertThat(fact).contains("\"from\":\"first\""))
                .anySatisfy(fact -> assertThat(fact).contains("\"from\":\"second\""));
    }

    @Test
    void afterThreeFailuresAServerIsLeftAloneAndTriedAgainTenSecondsLater() {
        first.answering("GREETING", "421 too busy");
        for (int i = 1; i <= Breaker.FAILURES + 2; i++) {
            lock(String.valueOf(i));
        }
        assertThat(first.connections()).isEqualTo(Breaker.FAILURES);
        assertThat(service.published("PROVIDER_FAILED_OVER")).last().asString().contains("CIRCUIT_OPEN");

        first.answering("GREETING", "220 ready");
        service.advance(Duration.ofSeconds(10));
        lock("last");
        assertThat(first.taken()).hasSize(1);
        assertThat(service.published("MESSAGE_SENT")).last().asString().contains("\"first\"");
    }

    @Test
    void aRefusedMailHasFailedAtOnce() {
        first.answering("RCPT", "550 no such user");
        lock();
        assertThat(service.look(STAFF, FACT)).isEqualTo("FAILED");
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("REJECTED");
    }

    @Test
    void aMessageWaitsWhileNobodyTakesItAndIsSentWhenSomebodyDoes() {
        breakDown();
        assertThatThrownBy(this::lock).isInstanceOf(NoneAvailable.class);
        assertThat(service.look(STAFF, FACT)).isEqualTo("QUEUED");
        assertThat(service.published("MESSAGE_FAILED")).isEmpty();

        recover();
        service.redrive(FACT);
        service.redrive(FACT);
        assertThat(service.look(STAFF, FACT)).isEqualTo("SENT");
        assertThat(first.taken()).hasSize(1);
        assertThat(service.published("MESSAGE_SENT")).hasSize(1);
    }

    @Test
    void anOverdueMessageHasFailedOnceAndMayStillBeSentByRedrive() {
        breakDown();
        assertThatThrownBy(this::lock).isInstanceOf(NoneAvailable.class);
        service.advance(GiveUpOverdueMessages.PATIENCE.minusSeconds(1));
        service.giveUpOverdueMessages();
        assertThat(service.look(STAFF, FACT)).isEqualTo("QUEUED");

        service.advance(Duration.ofSeconds(1));
        service.giveUpOverdueMessages();
        service.giveUpOverdueMessages();
        assertThat(service.look(STAFF, FACT)).isEqualTo("FAILED");
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("OVERDUE");

        recover();
        service.redrive(FACT);
        assertThat(service.look(STAFF, FACT)).isEqualTo("SENT");
        assertThat(service.published("MESSAGE_SENT")).hasSize(1);
    }

    @Test
    void whereThereIsNoWayToPhonesACodeFailsWhenItIsOverdueAndNobodyIsToldASecret() {
        Fact code = new Fact(
                FACT,
                "PHONE_VERIFICATION_REQUESTED",
                1,
                Map.of(
                        "userId", "ada",
                        "number", "+447400123456",
                        "channel", "SMS",
                        "code", service.encrypt("account-proof", "493817").value(),
                        "expiresAt", service.now().plus(Duration.ofMinutes(10))));
        assertThatThrownBy(() -> service.happened(code))
                .isInstanceOf(NoneAvailable.class)
                .message()
                .doesNotContain("493817");
        service.advance(GiveUpOverdueMessages.PATIENCE);
        service.giveUpOverdueMessages();
        assertThat(service.published("MESSAGE_FAILED"))
                .singleElement()
                .asString()
                .contains("OVERDUE", "SMS");
    }

    private void lock() {
        lock(FACT);
    }

    private void lock(String factId) {
        service.happened(new Fact(
                factId,
                "ACCOUNT_LOCKED",
                3,
                Map.of("userId", "ada", "email", "ada@example.org", "until", Instant.parse("2026-11-20T10:15:00Z"))));
    }

    private void breakDown() {
        first.answering("GREETING", "421 too busy");
        second.answering("GREETING", "421 too busy");
        third.answering("GREETING", "421 too busy");
    }

    private void recover() {
        first.answering("GREETING", "220 ready");
        second.answering("GREETING", "220 ready");
        third.answering("GREETING", "220 ready");
    }

    private static SmtpTransport smtp(String name, ScriptedSmtpServer server, Workbench bench) {
        return new SmtpTransport(name, server.address(), "no-reply@tctf.example", Duration.ofSeconds(2), bench.clock());
    }
}
