package org.tctf.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records every trace while there are few and the first ones of each second while there are many, counted per kind of
 * request, so that ten thousand reads a second don't push the one sign-up out. Traces of probes and of the console itself
 * are never recorded: they drown what people look for.
 */
final class TraceBudget implements Sampler {
    /** At 34 services with six busy routes each this bounds recording to some thousand spans a second. */
    static final int PER_SECOND = 50;

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final int MAX_NAMES = 1_000;
    private static final String OTHERS = "others";
    private static final List<String> IGNORED = List.of("/console", "/health");

    private static final class Second {
        private long second;
        private int used;

        synchronized boolean takes(long now) {
            if (now != second) {
                second = now;
                used = 0;
            }
            return used++ < PER_SECOND;
        }
    }

    private final InstantSource clock;
    private final Map<String, Second> seconds = new ConcurrentHashMap<>();

    TraceBudget(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        String asked = attributes.get(PATH);
        String path = asked == null ? name.substring(name.indexOf(' ') + 1) : asked;
        if (IGNORED.stream().anyMatch(path::startsWith)) {
            return SamplingResult.drop();
        }
        String budget = seconds.size() < MAX_NAMES || seconds.containsKey(name) ? name : OTHERS;
        return seconds.computeIfAbsent(budget, any -> new Second()).takes(clock.millis() / 1000)
                ? SamplingResult.recordAndSample()
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "TraceBudget{" + PER_SECOND + "/s per span name}";
    }
}
