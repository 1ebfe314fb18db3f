package org.tctf.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Variable;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * Spans by OTLP to the collector beside the function (AWS Distro for OpenTelemetry's layer), which takes them to X-Ray;
 * nothing is recorded where no collector is named. What an invocation recorded leaves with its end, because the process is
 * frozen after it.
 */
@Factory
final class Tracing {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Singleton
    @Secondary
    @Bean(preDestroy = "close")
    Spans spans(Surroundings surroundings, ServiceDefinition service) {
        return surroundings
                .optional(Variable.OTEL_EXPORTER_OTLP_ENDPOINT)
                .map(endpoint -> Spans.to(endpoint, service))
                .orElse(Spans.NONE);
    }

    @Singleton
    @Secondary
    OpenTelemetry telemetry(Spans spans) {
        return spans.telemetry();
    }

    /**
     * Where spans go.
     *
     * @param provider what has to be emptied when an invocation ends; absent where nothing is recorded, so that no cold
     *     start pays for it
     */
    record Spans(OpenTelemetry telemetry, @Nullable SdkTracerProvider provider) implements AutoCloseable {
        static final Spans NONE = new Spans(OpenTelemetry.noop(), null);

        static Spans to(String endpoint, ServiceDefinition service) {
            SdkTracerProvider provider = SdkTracerProvider.builder()
                    .setResource(Resource.getDefault().toBuilder()
                            .put(AttributeKey.stringKey("service.name"), service.name())
                            .build())
                    .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                    .setEndpoint(endpoint + "/v1/traces")
                                    .setTimeout(PATIENCE)
                                    .build())
                            .build())
                    .build();
            return new Spans(
                    OpenTelemetrySdk.builder().setTracerProvider(provider).build(), provider);
        }

        /** Lost spans are no reason to fail an invocation. */
        void flush() {
            if (provider != null) {
                provider.forceFlush().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void close() {
            if (provider != null) {
                provider.close();
            }
        }
    }
}
