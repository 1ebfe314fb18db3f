package org.tctf.app.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.catalog.ServiceView;

/** The services, as they are defined. */
@ConsoleOnly
@PermitAll
@Controller("/console/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogApi {
    private final Catalog catalog;

    CatalogApi(Catalog catalog) {
        this.catalog = catalog;
    }

    @Get("/services")
    List<ServiceView> services() {
        return catalog.services();
    }
}
