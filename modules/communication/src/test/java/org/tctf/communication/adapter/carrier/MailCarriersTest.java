package org.tctf.communication.adapter.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.Carriers.Outcome.Refused;
import org.tctf.communication.application.Carriers.Outcome.Taken;
import org.tctf.communication.application.Providers;
import org.tctf.communication.application.Providers.Circuit;
import org.tctf.communication.domain.Failover;
import org.tctf.communication.domain.Failover.Cause;
import org.tctf.contracts.ScriptedSmtpServer;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.mail.SmtpTransport;
import org.tctf.testing.Workbench;

class MailCarriersTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Workbench bench = Workbench.of(CommunicationService.DEFINITION);
    private final BreakerStates breakers = BreakerStates.inMemory();
    private final ScriptedSmtpServer first = new ScriptedSmtpServer();
    private final ScriptedSmtpServer second = new ScriptedSmtpServer();
    private final ScriptedSmtpServer third = new ScriptedSmtpServer();

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
        third.close();
        bench.close();
    }

    @Test
    void theFirstProviderThatWorksGetsTheMail() {
        assertThat(carriers(first, second).carry(mail(1))).isEqualTo(new Taken("one", List.of()));
        assertThat(second.connections()).isZero();
    }

    @Test
    void oneRefusesOneHangsAndTheThirdGetsTheMail() {
        first.answering("GREETING", "421 too busy");
        second.silent();
        assertThat(carriers(first, second, third).carry(mail(1)))
                .isEqualTo(new Taken(
                        "three", List.of(new Failover("one", Cause.UNAVAILABLE), new Failover("two", Cause.TIMEOUT))));
        assertThat(third.taken()).singleElement().asString().contains("Message-ID: <mail-1@tctf.example>");
    }

    @Test
    void aMailThatIsRefusedForGoodIsNotOfferedToTheNext() {
        first.answering("RCPT", "550 no such user");
        assertThat(carriers(first, second).carry(mail(1))).isInstanceOf(Refused.class);
        assertThat(second.connections()).isZero();
    }

    @Test
    void whenNobodyTakesItThatIsSaidWithTheReasons() {
        first.answering("GREETING", "421 too busy");
        second.answering(".", "451 try later");
        assertThatThrownBy(() -> carriers(first, second).carry(mail(1)))
                .isInstanceOf(NoneAvailable.class)
                .hasMessageContaining("mail-1")
                .hasMessageContaining("one")
                .hasMessageContaining("two");
    }

    @Test
    void aProviderThatKeepsFailingIsLeftAloneForAWhileAndThenTriedAgain() {
        first.answering("GREETING", "421 too busy");
        MailCarriers carriers = carriers(first, second);
        send(carriers, Breaker.FAILURES);
        assertThat(circuit(carriers)).isEqualTo(Circuit.OPEN);
        int asked = first.connections();

        assertThat(carriers.carry(mail(10)))
                .isEqualTo(new Taken("two", List.of(new Failover("one", Cause.CIRCUIT_OPEN))));
        assertThat(first.connections()).isEqualTo(asked);

        first.answering("GREETING", "220 ready again");
        bench.clock().advance(Breaker.REST);
        assertThat(circuit(carriers)).isEqualTo(Circuit.HALF_OPEN);
        assertThat(carriers.carry(mail(11))).isEqualTo(new Taken("one", List.of()));
        assertThat(circuit(carriers)).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void aProviderThatFailsItsTrialIsLeftAloneAgain() {
        first.answering("GREETING", "421 too busy");
        MailCarriers carriers = carriers(first, second);
        send(carriers, Breaker.FAILURES);
        bench.clock().advance(Breaker.REST);
        send(carriers, 1);
        assertThat(circuit(carriers)).isEqualTo(Circuit.OPEN);
    }

    @Test
    void aProviderThatHangsIsAskedThreeTimesByAllInstancesTogether() {
        first.silent();
        MailCarriers here = carriers(first, second);
        MailCarriers there = carriers(first, second);
        send(here, 2);
        send(there, 1);

        assertThat(there.carry(mail(20))).isEqualTo(new Taken("two", List.of(new Failover("one", Cause.CIRCUIT_OPEN))));
        assertThat(here.carry(mail(21))).isEqualTo(new Taken("two", List.of(new Failover("one", Cause.CIRCUIT_OPEN))));
        assertThat(first.connections()).isEqualTo(Breaker.FAILURES);
    }

    @Test
    void refusedMailsSayNothingAgainstTheProvider() {
        first.answering(".", "554 looks like spam");
        MailCarriers carriers = carriers(first, second);
        send(carriers, 2 * Breaker.FAILURES);
        assertThat(circuit(carriers)).isEqualTo(Circuit.CLOSED);
    }

    private static void send(MailCarriers carriers, int mails) {
        for (int i = 0; i < mails; i++) {
            carriers.carry(mail(100 + i));
        }
    }

    private static Circuit circuit(MailCarriers carriers) {
        Providers.Health first = carriers.health().getFirst();
        assertThat(first.provider()).isEqualTo("one");
        return first.circuit();
    }

    private MailCarriers carriers(ScriptedSmtpServer... servers) {
        List<String> names = List.of("one", "two", "three");
        List<MailTransport> transports = IntStream.range(0, servers.length)
                .mapToObj(i -> smtp(names.get(i), servers[i].address()))
                .toList();
        return new MailCarriers(new MailTransports(transports), LIMIT, breakers, bench.clock());
    }

    // More patient than the limit, so that it is the limit that ends a hanging call.
    private MailTransport smtp(String name, URI address) {
        return new SmtpTransport(name, address, "no-reply@tctf.example", PATIENT, bench.clock());
    }

    private static Mail mail(int number) {
        return new Mail("mail-" + number, new EmailAddress("ada@example.org"), "Hello", "text", null, Map.of());
    }
}
