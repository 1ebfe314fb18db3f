package org.tctf.app.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
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
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Parameters;
import org.tctf.app.console.TableReader;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Page;

/** The table browser: choose a service, one of its access patterns, fill in the parameters, read. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TablesPage {
    private static final int ON_A_PAGE = 20;

    record Parameter(String name, String value, boolean isOptional) {}

    private final Pages pages;
    private final Catalog catalog;
    private final TableReader reader;

    TablesPage(Pages pages, Catalog catalog, TableReader reader) {
        this.pages = pages;
        this.catalog = catalog;
        this.reader = reader;
    }

    @Get("/tables")
    HttpResponse<String> tables(HttpRequest<?> request) {
        Map<String, String> given = Parameters.all(request);
        String service = given.getOrDefault("service", "");
        Model model = new Model().with("services", Option.of(catalog.names(), service));
        catalog.definition(service).ifPresent(definition -> {
            List<String> names = definition.accessPatterns().stream()
                    .map(AccessPattern::name)
                    .toList();
            String name = given.getOrDefault("pattern", names.getFirst());
            model.with("service", service).with("hasService", true).with("patterns", Option.of(names, name));
            definition.accessPatterns().stream()
                    .filter(pattern -> pattern.name().equals(name))
                    .findFirst()
                    .ifPresent(pattern -> choose(model, service, pattern, given));
        });
        return pages.page("tables", "tables", "Tables", model);
    }

    private void choose(Model model, String service, AccessPattern pattern, Map<String, String> given) {
        int needed = pattern.parameters().size() - placeholders(pattern.skTemplate());
        List<String> names = pattern.parameters();
        List<Parameter> parameters = names.stream()
                .map(name -> new Parameter(name, given.getOrDefault(name, ""), names.indexOf(name) >= needed))
                .toList();
        model.with("chosen", true)
                .with("pattern", pattern.name())
                .with("index", pattern.index().equals(AccessPattern.MAIN) ? "Table" : pattern.index())
                .with("pk", pattern.pkTemplate())
                .with("sk", pattern.skTemplate())
                .with("parameters", parameters);
        if (given.containsKey("go")) {
            read(model, service, pattern, given);
        }
    }

    private void read(Model model, String service, AccessPattern pattern, Map<String, String> given) {
        try {
            Page<JsonNode> items = reader.read(service, pattern, given, ON_A_PAGE, given.get("cursor"));
            model.with("asked", true)
                    .list("items", items.items().stream().map(Text::json).toList());
            if (items.nextCursor() != null) {
                Link older = new Link("/console/tables");
                given.forEach((name, value) -> older.with(name, name.equals("cursor") ? "" : value));
                model.with("older", older.with("cursor", items.nextCursor()).toString());
            }
        } catch (Problem problem) {
            model.with("problem", problem.detail());
        }
    }

    private static int placeholders(String template) {
        return (int) template.chars().filter(c -> c == '{').count();
    }
}
