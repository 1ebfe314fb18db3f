package org.tctf.communication.adapter.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.Carriers.Outcome.Taken;
import org.tctf.communication.application.Providers.Circuit;
import org.tctf.communication.application.Providers.Health;
import org.tctf.communication.domain.Failover;
import org.tctf.communication.domain.Failover.Cause;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.phone.Handset;
import org.tctf.testing.MutableClock;

class PhoneProvidersTest {
    private static final PhoneMessage CODE =
            new PhoneMessage("1", Medium.SMS, new PhoneNumber("+447400123456"), Locale.ENGLISH, "493817");

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private Handset broken;
    private Handset handset;

    /** A phone whose file is closed takes nothing. */
    @BeforeEach
    void open() {
        broken = Handset.open(folder.resolve("broken.db"), clock);
        broken.close();
        handset = Handset.open(folder.resolve("handset.db"), clock);
    }

    @AfterEach
    void close() {
        handset.close();
    }

    private record Named(String name, PhoneTransport transport) implements PhoneTransport {
        @Override
        public void send(PhoneMessage message) {
            transport.send(message);
        }
    }

    @Test
    void aProviderThatFailsIsPassedOverAndAfterThreeTimesNotEvenAsked() {
        PhoneProviders providers = providers(new Named("first", broken), handset);
        for (int i = 0; i < Breaker.FAILURES; i++) {
            assertThat(providers.carry(CODE))
                    .isEqualTo(new Taken("handset", List.of(new Failover("first", Cause.UNAVAILABLE))));
        }
        assertThat(providers.carry(CODE))
                .isEqualTo(new Taken("handset", List.of(new Failover("first", Cause.CIRCUIT_OPEN))));
    }

    @Test
    void anOperatorSeesWhichProviderIsLeftAlone() {
        PhoneProviders providers = providers(new Named("first", broken), handset);
        assertThat(providers.health())
                .containsExactly(new Health("first", Circuit.CLOSED, 0), new Health("handset", Circuit.CLOSED, 0));
        for (int i = 0; i < Breaker.FAILURES; i++) {
            providers.carry(CODE);
        }
        assertThat(providers.health())
                .containsExactly(
                        new Health("first", Circuit.OPEN, Breaker.FAILURES), new Health("handset", Circuit.CLOSED, 0));
    }

    @Test
    void withoutAnyProviderAMessageWaits() {
        assertThatThrownBy(() -> providers().carry(CODE)).isInstanceOf(NoneAvailable.class);
    }

    private PhoneProviders providers(PhoneTransport... transports) {
        return new PhoneProviders(
                new PhoneTransports(List.of(transports)), Duration.ofSeconds(5), BreakerStates.inMemory(), clock);
    }
}
