package org.tctf.bus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.EventBusContract;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.ServiceTable;

class EmbeddedBusContractTest extends EventBusContract {
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(50));

    @TempDir
    static Path folders;

    @Override
    protected Running start(Function<Class<?>, ?> consumers, ServiceDefinition... services) {
        Path folder = folders.resolve(Long.toString(System.nanoTime()));
        EmbeddedPlatform platform = EmbeddedPlatform.in(
                        folder, BusOptions.defaults().retrying(QUICK), consumers, services)
                .started();
        return new Running() {
            @Override
            public EventBus bus() {
                return platform.bus();
            }

            @Override
            public ServiceTable table(ServiceDefinition service) {
                return platform.table(service);
            }

            @Override
            public List<Dead> deadLetters(String queue) {
                return platform.bus().deadLetters().list(queue, 100, null).items().stream()
                        .map(letter -> new Dead(
                                letter.envelope().id(),
                                letter.attempts(),
                                letter.reason().name(),
                                letter.error()))
                        .toList();
            }

            @Override
            public void redriveAll(String queue) {
                platform.bus().deadLetters().redriveAll(queue);
            }

            @Override
            public void close() {
                platform.close();
            }
        };
    }
}
