package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.LiveCounts;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.catalog.FlowGraph;
import org.tctf.app.console.catalog.ServiceView;

/** The services: all of them, one of them, and the graph of what flows between them. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogPages {

    /** A service as a line of the catalog. */
    record ServiceRow(
            String name, String summary, String owner, Badge criticality, int endpoints, int publishes, int queues) {}

    private final Pages pages;
    private final Catalog catalog;
    private final LiveCounts live;

    CatalogPages(Pages pages, Catalog catalog, LiveCounts live) {
        this.pages = pages;
        this.catalog = catalog;
        this.live = live;
    }

    @Get("/services")
    HttpResponse<String> services() {
        List<ServiceRow> rows = catalog.services().stream()
                .map(service -> new ServiceRow(
                        service.name(),
                        service.summary(),
                        service.owner(),
                        Badge.of(service.criticality()),
                        service.endpoints().size(),
                        service.publishes().size(),
                        service.queues().size()))
                .toList();
        return pages.page("services", "services", "Services", new Model().with("services", rows));
    }

    @Get("/services/{name}")
    HttpResponse<String> service(String name) {
        Optional<ServiceView> found = catalog.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
        return found.isEmpty()
                ? pages.notFound(
                        "services", "There is no service %s.".formatted(name), "/console/services", "All services")
                : pages.page("service", "services", name, new Model().with("service", ServicePage.of(found.get())));
    }

    @Get("/flow{?service}")
    HttpResponse<String> flow(Optional<String> service) {
        String focus =
                service.filter(name -> catalog.definition(name).isPresent()).orElse(null);
        Map<String, Long> counts = live.byNode();
        return pages.page(
                "flow-graph",
                "flow",
                "Flow",
                new Model()
                        .with("services", Option.of(catalog.names(), focus))
                        .with("graph", GraphPicture.of(FlowGraph.of(catalog.definitions(), focus), counts)));
    }
}
