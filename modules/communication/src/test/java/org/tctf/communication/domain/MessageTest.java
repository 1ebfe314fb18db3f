package org.tctf.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.delivery.DeliveryReport.Fate;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static Message queued() {
        Recipient ada = new Recipient("ada", Address.of(new EmailAddress("ada@example.org")), null, Language.EN);
        return Message.queued("1", ada, new Content.SignUpRepeated(), NOW);
    }

    @Test
    void aReportThatOvertakesOurOwnCommitSaysThatTheMessageIsSentToo() {
        Decision<Message> told = queued().reported(Fate.DELIVERED, "ses", NOW);
        assertThat(told.facts()).hasExactlyElementsOfTypes(MessageSent.class, MessageDelivered.class);
        Decision<Message> committed =
                told.state().sent("ses", List.of(new Failover("first", Failover.Cause.TIMEOUT)), NOW);
        assertThat(committed.facts()).hasExactlyElementsOfTypes(ProviderFailedOver.class);
        assertThat(committed.state().state()).isEqualTo(new State.Sent(NOW, "ses", Fate.DELIVERED));
    }

    @Test
    void whoCallsAMessageSpamHasIt() {
        Message sent = queued().sent("ses", List.of(), NOW).state();
        Decision<Message> told = sent.reported(Fate.COMPLAINED, "ses", NOW);
        assertThat(told.facts()).hasExactlyElementsOfTypes(MessageDelivered.class);
        assertThat(told.state().reported(Fate.DELIVERED, "ses", NOW).facts()).isEmpty();
    }

    @Property
    void inWhateverOrderAndHoweverOftenReportsComeAMessageIsSentOnceAndDeliveredAtMostOnce(
            @ForAll @Size(max = 12) List<Fate> fates, @ForAll boolean isCommittedFirst) {
        List<Object> facts = new ArrayList<>();
        Message message = queued();
        if (isCommittedFirst) {
            message = raise(message.sent("ses", List.of(), NOW), facts);
        }
        for (Fate fate : fates) {
            message = raise(message.reported(fate, "ses", NOW), facts);
        }
        message = raise(message.sent("ses", List.of(), NOW), facts);
        assertThat(facts).filteredOn(MessageSent.class::isInstance).hasSize(1);
        assertThat(facts).filteredOn(MessageDelivered.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(message.state())
                .isEqualTo(new State.Sent(
                        NOW, "ses", fates.stream().max(Fate::compareTo).orElse(null)));
    }

    private static Message raise(Decision<Message> decision, List<Object> facts) {
        facts.addAll(decision.facts());
        return decision.state();
    }
}
