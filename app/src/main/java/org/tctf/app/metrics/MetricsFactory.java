package org.tctf.app.metrics;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.tctf.kernel.service.Service;
import org.tctf.telemetry.Metrics;

@Factory
final class MetricsFactory {

    @Singleton
    Metrics metrics() {
        return new Metrics(Service.all().stream().map(Service::definition).toList());
    }
}
