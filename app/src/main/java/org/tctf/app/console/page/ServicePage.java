package org.tctf.app.console.page;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tctf.app.console.catalog.ServiceView;
import org.tctf.kernel.service.ReadGrant;

/** A service's page. */
record ServicePage(
        String name,
        String summary,
        String owner,
        Badge tone,
        List<Endpoint> endpoints,
        List<Fact> facts,
        List<Queue> queues,
        List<Pattern> patterns,
        List<Run> schedules,
        List<ServiceView.Metric> metrics,
        List<Limit> limits,
        List<ServiceView.Secret> secrets,
        Set<String> providers,
        List<ReadGrant> reads) {

    record Endpoint(String method, String path, String summary, String link) {}

    record Fact(String type, int version, List<String> consumedBy, boolean unheard) {}

    record Queue(
            String queue,
            String type,
            boolean isCommand,
            List<String> publishers,
            boolean unpublished,
            long timeoutSeconds,
            int maxReceives,
            int concurrency) {

        static Queue of(ServiceView.Queue queue) {
            return new Queue(
                    queue.queue(),
                    queue.type().equals("*") ? "every fact" : queue.type(),
                    queue.isCommand(),
                    queue.publishers(),
                    !queue.isCommand()
                            && !queue.type().equals("*")
                            && queue.publishers().isEmpty(),
                    queue.timeoutSeconds(),
                    queue.maxReceives(),
                    queue.concurrency());
        }
    }

    record Pattern(String service, String name, String index, String pk, String sk, String link) {}

    record Run(String name, String every, String job) {}

    record Limit(String name, String value) {}

    static ServicePage of(ServiceView service) {
        return new ServicePage(
                service.name(),
                service.summary(),
                service.owner(),
                Badge.of(service.criticality()),
                service.endpoints().stream()
                        .map(one -> new Endpoint(one.method(), one.path(), one.summary(), Text.query(one.id())))
                        .toList(),
                service.publishes().stream()
                        .map(fact -> new Fact(
                                fact.type(),
                                fact.version(),
                                fact.consumedBy(),
                                fact.consumedBy().isEmpty()))
                        .toList(),
                service.queues().stream().map(Queue::of).toList(),
                service.accessPatterns().stream()
                        .map(pattern -> new Pattern(
                                service.name(),
                                pattern.name(),
                                pattern.index(),
                                pattern.pk(),
                                pattern.sk(),
                                Text.query(pattern.name())))
                        .toList(),
                service.schedules().stream()
                        .map(run -> new Run(run.name(), Text.duration(Duration.parse(run.every())), run.job()))
                        .toList(),
                service.metrics(),
                service.limits().entrySet().stream()
                        .map(limit -> new Limit(limit.getKey(), Text.number(limit.getValue())))
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                service.secrets(),
                service.providers(),
                service.reads());
    }

    boolean hasEndpoints() {
        return !endpoints.isEmpty();
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean hasQueues() {
        return !queues.isEmpty();
    }

    boolean hasLimits() {
        return !limits.isEmpty();
    }
}
