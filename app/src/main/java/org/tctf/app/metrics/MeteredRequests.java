package org.tctf.app.metrics;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import org.tctf.http.RequestObserver;
import org.tctf.http.ServedRequest;
import org.tctf.telemetry.Metrics;

/** Times the requests of services; the program's own routes (console, health) would only drown them. */
@Singleton
final class MeteredRequests implements RequestObserver {
    private final BeanProvider<Metrics> metrics;

    MeteredRequests(BeanProvider<Metrics> metrics) {
        this.metrics = metrics;
    }

    @Override
    public void served(ServedRequest request) {
        String service = request.service();
        if (service != null) {
            metrics.get()
                    .request(service, request.method() + " " + request.route(), request.status(), request.duration());
        }
    }
}
