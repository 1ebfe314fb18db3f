package org.tctf.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.PhoneTransportContract;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;

class HandsetTest extends PhoneTransportContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private Handset handset;

    @BeforeEach
    void open() {
        handset = Handset.open(folder.resolve("handset.db"), InstantSource.fixed(NOW), 30);
    }

    @AfterEach
    void close() {
        handset.close();
    }

    @Override
    protected Handset transport() {
        return handset;
    }

    @Override
    protected List<PhoneMessage> receivedBy(PhoneNumber recipient) {
        return handset.newest(recipient, null, 100).stream()
                .map(ReceivedMessage::message)
                .toList();
    }

    @Test
    void theSameMessageTwiceIsKeptOnceAndCounted() {
        PhoneMessage message = message(Medium.CALL, "Hello");
        handset.send(message);
        handset.send(message);
        assertThat(handset.get(message.id())).hasValueSatisfying(kept -> {
            assertThat(kept.deliveries()).isEqualTo(2);
            assertThat(kept.at()).isEqualTo(NOW);
        });
    }

    @Test
    void theNewestComesFirstPagesFollowEachOtherAndTheOldestAreForgotten() {
        for (int i = 1; i <= 33; i++) {
            handset.send(new PhoneMessage("message-" + i, Medium.SMS, ADA, Locale.ENGLISH, "Hello"));
        }
        List<ReceivedMessage> first = handset.newest(null, null, 20);
        List<ReceivedMessage> second = handset.newest(null, first.getLast().number(), 20);
        assertThat(first.getFirst().message().id()).isEqualTo("message-33");
        assertThat(second.getFirst().message().id()).isEqualTo("message-13");
        assertThat(second.getLast().message().id()).isEqualTo("message-4");
    }

    @Test
    void whatCameIsThereAfterARestart() {
        PhoneMessage message = message(Medium.SMS, "Hello");
        handset.send(message);
        handset.close();
        open();
        assertThat(receivedBy(ADA)).containsExactly(message);
    }
}
