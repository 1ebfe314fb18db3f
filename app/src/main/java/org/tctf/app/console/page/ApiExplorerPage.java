package org.tctf.app.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.catalog.ApiDocuments;
import org.tctf.app.console.catalog.Operation;

/** The API explorer: each operation of the OpenAPI documents as a form that is filled in already. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiExplorerPage {
    private static final int MOST_ROWS = 24;
    private static final int NUMBERS = 1_000_000;

    record Group(String service, int size, boolean open, List<Entry> operations) {}

    record Entry(String method, String path, String link, boolean current) {}

    private final Pages pages;
    private final ApiDocuments documents;
    private final InstantSource clock;

    ApiExplorerPage(Pages pages, ApiDocuments documents, InstantSource clock) {
        this.pages = pages;
        this.documents = documents;
        this.clock = clock;
    }

    @Get("/api-explorer{?operation}")
    HttpResponse<String> explorer(Optional<String> operation) {
        Operation chosen = operation.flatMap(documents::get).orElse(null);
        Model model = new Model()
                .with(
                        "groups",
                        documents.services().stream()
                                .map(service -> group(service, chosen))
                                .toList());
        if (chosen != null) {
            model.with("operation", form(chosen).values());
        }
        return pages.page("api-explorer", "api", "API explorer", model);
    }

    private Group group(String service, @Nullable Operation chosen) {
        List<Entry> entries = documents.of(service).stream()
                .map(one -> new Entry(one.method(), one.path(), Text.query(one.id()), one.equals(chosen)))
                .toList();
        return new Group(
                service, entries.size(), chosen != null && chosen.service().equals(service), entries);
    }

    private Model form(Operation operation) {
        // New values each time, so that the example can be sent twice.
        String number = String.valueOf(clock.millis() % NUMBERS);
        JsonNode example = operation.body();
        String body = example == null ? "" : Text.json(example).replace("{n}", number);
        return new Model()
                .with("method", operation.method())
                .with("path", operation.path())
                .with("description", operation.description())
                .with("isWrite", !operation.method().equals("GET"))
                .with("hasBody", example != null)
                .with("body", body)
                .with("rows", Math.min(MOST_ROWS, body.lines().count() + 1))
                .list(
                        "parameters",
                        operation.parameters().stream()
                                .filter(parameter -> !parameter.in().equals("cookie"))
                                .map(parameter -> new Operation.Parameter(
                                        parameter.name(),
                                        parameter.in(),
                                        parameter.isRequired(),
                                        parameter.description(),
                                        parameter.example().replace("{n}", number)))
                                .toList());
    }
}
