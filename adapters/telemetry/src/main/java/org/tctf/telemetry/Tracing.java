package org.tctf.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.InstantSource;

/** How the platform traces: OpenTelemetry with W3C propagation, and no exporter unless one is given. */
public final class Tracing {
    /** The attribute under which a span carries its flow's correlation id. */
    public static final String CORRELATION_ID = "tctf.correlation_id";

    private Tracing() {}

    /** Passes trace context on, and records nothing: for when nobody listens. */
    public static OpenTelemetry silent() {
        return sdk(SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()));
    }

    /**
     * Records traces within a budget (the first 50 a second of each kind of request) and hands their spans over.
     *
     * @param exporters more that want the spans, such as a batching OTLP exporter
     */
    public static OpenTelemetry into(SpanListener listener, InstantSource clock, SpanProcessor... exporters) {
        var provider = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(new TraceBudget(clock)))
                .setClock(new PlatformClock(clock))
                .addSpanProcessor(new FlowSpans(listener));
        for (SpanProcessor exporter : exporters) {
            provider.addSpanProcessor(exporter);
        }
        return sdk(provider);
    }

    private static OpenTelemetry sdk(SdkTracerProviderBuilder provider) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(provider.build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }
}
