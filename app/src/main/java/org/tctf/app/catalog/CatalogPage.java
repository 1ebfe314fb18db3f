package org.tctf.app.catalog;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.AccessPattern;

/** All services on one Markdown page: who they are, what they publish and consume, how they read their tables. */
public record CatalogPage(List<ServiceDefinition> services) {

    public String markdown() {
        return """
                # Catalog

                Written from the service definitions; a test fails when it is stale.

                %s
                ## Facts and who reacts

                | fact | published by | consumed by |
                |---|---|---|
                %s
                ## Awaited

                Consumed here, published by services that are not here yet.

                | fact | consumed by |
                |---|---|
                %s""".formatted(lines(services.stream().map(CatalogPage::service)), lines(facts()), lines(awaited()));
    }

    private static String service(ServiceDefinition service) {
        return """
                ## %s

                %s Owner: %s. %s.

                Publishes %s. Consumes %s.
                %s%s%s%s%s
                | access pattern | index | PK | SK |
                |---|---|---|---|
                %s""".formatted(
                service.name(),
                service.summary(),
                service.owner(),
                service.criticality(),
                listed(service.publications().stream().map(CatalogPage::name)),
                listed(service.subscriptions().stream()
                        .filter(subscription -> !subscription.isCommand())
                        .flatMap(subscription -> subscription.types().stream())
                        .map(type -> "`" + type + "`")),
                socket(service),
                paragraph(
                        "Runs by the clock",
                        service.schedules().stream()
                                .map(schedule -> "%s every %s".formatted(schedule.name(), schedule.every()))),
                paragraph(
                        "Keeps objects",
                        service.objects().stream().map(objects -> "%s %s".formatted(objects.name(), objects.time()))),
                paragraph(
                        "Limits",
                        new TreeMap<>(service.limits())
                                .entrySet().stream()
                                        .map(limit -> "%s: %d".formatted(limit.getKey(), limit.getValue()))),
                paragraph(
                        "Flags",
                        service.flags().stream()
                                .map(flag -> "`%s` (%s unless turned): %s"
                                        .formatted(flag.name(), flag.isOnByDefault() ? "on" : "off", flag.question()))),
                lines(service.accessPatterns().stream().map(CatalogPage::pattern)));
    }

    private static String socket(ServiceDefinition service) {
        Socket socket = service.socket();
        return socket == null
                ? ""
                : "\nWebSocket `%s`: takes %s; pushes %s.\n"
                        .formatted(
                                socket.path(),
                                listed(socket.actions().stream().map(action -> "`" + action.name() + "`")),
                                listed(socket.pushes().stream().map(push -> "`" + push.type() + "`")));
    }

    private Stream<String> facts() {
        return services.stream()
                .flatMap(service -> service.publications().stream()
                        .map(publication -> "| %s | %s | %s |"
                                .formatted(name(publication), service.name(), consumers(publication.type()))))
                .sorted();
    }

    private Stream<String> awaited() {
        TreeSet<String> types = services.stream()
                .flatMap(service -> service.subscriptions().stream())
                .filter(subscription -> !subscription.isCommand())
                .flatMap(subscription -> subscription.types().stream())
                .filter(type -> !type.equals(Subscription.EVERY))
                .collect(Collectors.toCollection(TreeSet::new));
        services.forEach(service -> service.publications().forEach(publication -> types.remove(publication.type())));
        return types.stream().map(type -> "| `%s` | %s |".formatted(type, consumers(type)));
    }

    private String consumers(String type) {
        return services.stream()
                .filter(service -> service.subscriptions().stream()
                        .anyMatch(subscription -> !subscription.isCommand() && subscription.hears(type)))
                .map(ServiceDefinition::name)
                .collect(Collectors.joining(", "));
    }

    private static String pattern(AccessPattern pattern) {
        return "| %s | %s | `%s` | `%s` |"
                .formatted(pattern.name(), pattern.index(), pattern.pkTemplate(), pattern.skTemplate());
    }

    private static String name(Publication publication) {
        return "`%s` v%d".formatted(publication.type(), publication.version());
    }

    private static String paragraph(String title, Stream<String> items) {
        String text = items.collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : "\n%s: %s.\n".formatted(title, text);
    }

    private static String listed(Stream<String> items) {
        String text = items.distinct().collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
