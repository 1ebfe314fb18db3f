package org.tctf.lambda;

import jakarta.inject.Singleton;
import org.tctf.blueprint.Measure;
import org.tctf.http.RequestObserver;
import org.tctf.http.ServedRequest;

/** The golden signals of the API, for the service and for each route. */
@Singleton
final class MeasuredRequests implements RequestObserver {
    private static final int REFUSED = 400;
    private static final int FAULT = 500;

    private final MetricLog metrics;

    MeasuredRequests(MetricLog metrics) {
        this.metrics = metrics;
    }

    @Override
    public void served(ServedRequest request) {
        if (request.service() == null) {
            return;
        }
        metrics.line()
                .by(Measure.ROUTE, request.method() + " " + request.route())
                .with(Measure.REQUESTS, 1)
                .with(Measure.LATENCY, request.duration().toNanos() / 1e6)
                .with(Measure.REFUSALS, request.status() >= REFUSED && request.status() < FAULT ? 1 : 0)
                .with(Measure.FAULTS, request.status() >= FAULT ? 1 : 0)
                .write();
    }
}
