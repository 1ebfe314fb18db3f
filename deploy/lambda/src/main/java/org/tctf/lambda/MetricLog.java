package org.tctf.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tctf.blueprint.Measure;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * Numbers as lines of the log that CloudWatch counts (CloudWatch User Guide, "Specification: Embedded metric format"): no
 * call, no agent, nothing lost when the process is frozen.
 */
@Singleton
final class MetricLog {

    /** A metric's name and unit. */
    record Metric(String name, String unit) {}

    private final String namespace;
    private final String service;
    private final InstantSource clock;
    private final PrintStream out;

    @Inject
    MetricLog(Surroundings surroundings, ServiceDefinition service, InstantSource clock) {
        this(surroundings, service, clock, System.out);
    }

    MetricLog(Surroundings surroundings, ServiceDefinition service, InstantSource clock, PrintStream out) {
        namespace = surroundings.stage().metricsNamespace();
        this.service = service.name();
        this.clock = clock;
        this.out = out;
    }

    /** A line in the making. */
    final class Line {
        private final Map<String, String> dimensions = new LinkedHashMap<>();
        private final Map<Metric, Double> values = new LinkedHashMap<>();

        Line with(Measure measure, double value) {
            return with(new Metric(measure.metric(), measure.unit()), value);
        }

        Line with(Metric metric, double value) {
            values.merge(metric, value, Double::sum);
            return this;
        }

        /** Counts by this dimension as well as for the service as a whole. */
        Line by(String dimension, String value) {
            dimensions.put(dimension, value);
            return this;
        }

        void write() {
            if (!values.isEmpty()) {
                out.println(json());
            }
        }

        private ObjectNode json() {
            ObjectNode line = Json.MAPPER.createObjectNode();
            ObjectNode about = line.putObject("_aws").put("Timestamp", clock.millis());
            ObjectNode directive =
                    about.putArray("CloudWatchMetrics").addObject().put("Namespace", namespace);
            ArrayNode sets = directive.putArray("Dimensions");
            sets.addArray().add(Measure.SERVICE);
            dimensions
                    .keySet()
                    .forEach(dimension -> sets.addArray().add(Measure.SERVICE).add(dimension));
            ArrayNode metrics = directive.putArray("Metrics");
            line.put(Measure.SERVICE, service);
            dimensions.forEach(line::put);
            values.forEach((metric, value) -> {
                metrics.addObject().put("Name", metric.name()).put("Unit", metric.unit());
                line.put(metric.name(), value);
            });
            return line;
        }
    }

    Line line() {
        return new Line();
    }
}
