package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;

/** What every {@link PhoneTransport} promises. */
public abstract class PhoneTransportContract {
    protected static final PhoneNumber ADA = new PhoneNumber("+447400123456");

    /** The one under test; the same at every call. */
    protected abstract PhoneTransport transport();

    /** What has come to this phone, in no order. */
    protected abstract List<PhoneMessage> receivedBy(PhoneNumber recipient);

    @ParameterizedTest
    @EnumSource(Medium.class)
    void aMessageArrivesAsItWasSent(Medium medium) {
        PhoneMessage message = message(medium, "Žluťoučký kůň: 123 456 & <b>");
        transport().send(message);
        assertThat(receivedBy(ADA)).containsExactly(message);
    }

    @ParameterizedTest
    @EnumSource(Medium.class)
    void aMessageReachesOnlyItsRecipient(Medium medium) {
        transport().send(message(medium, "Hello"));
        assertThat(receivedBy(new PhoneNumber("+447400123457"))).isEmpty();
    }

    @Test
    void aSecondCopyIsRecognisableByItsId() {
        PhoneMessage message = message(Medium.SMS, "Hello");
        transport().send(message);
        transport().send(message);
        assertThat(receivedBy(ADA)).extracting(PhoneMessage::id).containsOnly(message.id());
    }

    @Test
    void callsAreReadOutInEachLanguageThatWeWrite() {
        for (String tag : List.of("en", "fr", "es", "de", "it", "pt")) {
            PhoneMessage message = new PhoneMessage(
                    UUID.randomUUID().toString(), Medium.CALL, ADA, Locale.forLanguageTag(tag), "1, 2, 3");
            transport().send(message);
            assertThat(receivedBy(ADA)).contains(message);
        }
    }

    @Test
    void manyMaySendAtOnce() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .mapToObj(i -> new PhoneMessage("message-" + i, Medium.SMS, ADA, Locale.ENGLISH, "Hello " + i))
                    .forEach(message -> threads.submit(() -> transport().send(message)));
        }
        assertThat(receivedBy(ADA)).extracting(PhoneMessage::id).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void itHasANameToShow() {
        assertThat(transport().name()).matches("[a-z][a-z0-9-]*");
    }

    protected static PhoneMessage message(Medium medium, String text) {
        return new PhoneMessage(UUID.randomUUID().toString(), medium, ADA, Locale.GERMAN, text);
    }
}
