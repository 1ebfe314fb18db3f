package org.tctf.app.console.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.ReadGrant;

/** A service as the catalog shows it: its definition, and the endpoints of its OpenAPI document. */
public record ServiceView(
        String name,
        String summary,
        String owner,
        Criticality criticality,
        List<Endpoint> endpoints,
        List<Fact> publishes,
        List<Queue> queues,
        List<Run> schedules,
        List<Pattern> accessPatterns,
        List<ReadGrant> reads,
        List<Metric> metrics,
        Map<String, Long> limits,
        List<Secret> secrets,
        List<Objects> objects,
        Set<String> providers) {

    /** One operation of the HTTP interface. */
    public record Endpoint(String id, String method, String path, String summary) {}

    /**
     * A fact that it publishes.
     *
     * @param consumedBy queues that get it
     */
    public record Fact(String type, int version, List<String> consumedBy) {}

    /**
     * A queue of its own.
     *
     * @param type of fact or command; {@code *} for all facts
     * @param publishers services that publish the type
     */
    public record Queue(
            String queue,
            String type,
            Set<Integer> versions,
            boolean isCommand,
            List<String> publishers,
            long timeoutSeconds,
            int maxReceives,
            int concurrency) {}

    /** A use case that runs by the clock. */
    public record Run(String name, String every, String job) {}

    /** One way to read its table. */
    public record Pattern(String name, String index, String pk, String sk, List<String> parameters) {}

    /**
     * A secret that it uses.
     *
     * @param lasts whether it is never replaced
     */
    public record Secret(String name, boolean lasts) {}

    /**
     * A store of objects that it has.
     *
     * @param kept for how long, in words
     */
    public record Objects(String name, String kept) {}

    /** A number that it counts, and the fact that it counts. */
    public record Metric(String name, String event) {}
}
