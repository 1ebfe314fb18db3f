package org.tctf.app.console.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.AccessPattern;

/** All services on the class path. Derived from what runs, so it cannot be out of date. */
@Singleton
public final class Catalog {
    private final List<Service> services = Service.all();
    private final ApiDocuments documents;

    Catalog(ApiDocuments documents) {
        this.documents = documents;
    }

    public List<ServiceDefinition> definitions() {
        return services.stream().map(Service::definition).toList();
    }

    public List<String> names() {
        return definitions().stream().map(ServiceDefinition::name).toList();
    }

    public Optional<ServiceDefinition> definition(String name) {
        return definitions().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /** All services by name. */
    public List<ServiceView> services() {
        return definitions().stream().map(this::view).toList();
    }

    private ServiceView view(ServiceDefinition definition) {
        return new ServiceView(
                definition.name(),
                definition.summary(),
                definition.owner(),
                definition.criticality(),
                documents.of(definition.name()).stream()
                        .map(operation -> new ServiceView.Endpoint(
                                operation.id(), operation.method(), operation.path(), operation.summary()))
                        .toList(),
                definition.publications().stream().map(this::fact).toList(),
                definition.subscriptions().stream().map(this::queue).toList(),
                definition.schedules().stream()
                        .map(schedule -> new ServiceView.Run(
                                schedule.name(),
                                schedule.every().toString(),
                                schedule.job().getSimpleName()))
                        .toList(),
                definition.accessPatterns().stream().map(Catalog::pattern).toList(),
                definition.reads(),
                definition.metrics().stream()
                        .map(metric -> new ServiceView.Metric(metric.name(), Publication.typeOf(metric.event())))
                        .toList(),
                definition.limits(),
                definition.secrets().stream()
                        .sorted()
                        .map(secret -> new ServiceView.Secret(
                                secret, definition.lastingSecrets().contains(secret)))
                        .toList(),
                definition.objects().stream()
                        .map(objects -> new ServiceView.Objects(objects.name(), objects.time()))
                        .toList(),
                definition.providers());
    }

    private ServiceView.Fact fact(Publication publication) {
        return new ServiceView.Fact(
                publication.type(),
                publication.version(),
                definitions().stream()
                        .flatMap(service -> service.subscriptions().stream())
                        .filter(queue -> !queue.isCommand() && queue.hears(publication.type()))
                        .map(Subscription::queue)
                        .toList());
    }

    private ServiceView.Queue queue(Subscription queue) {
        return new ServiceView.Queue(
                queue.queue(),
                String.join(", ", queue.types()),
                new TreeSet<>(queue.records().keySet()),
                queue.isCommand(),
                queue.isCommand() || queue.hearsEverything() ? List.of() : publishers(queue),
                queue.timeout().toSeconds(),
                queue.maxReceives(),
                queue.concurrency());
    }

    private List<String> publishers(Subscription queue) {
        return definitions().stream()
                .filter(service -> service.publications().stream().anyMatch(p -> queue.hears(p.type())))
                .map(ServiceDefinition::name)
                .toList();
    }

    private static ServiceView.Pattern pattern(AccessPattern pattern) {
        return new ServiceView.Pattern(
                pattern.name(), pattern.index(), pattern.pkTemplate(), pattern.skTemplate(), pattern.parameters());
    }
}
