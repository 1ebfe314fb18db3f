package org.tctf.app.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Parameters;
import org.tctf.app.console.TableReader;
import org.tctf.kernel.table.Page;

/** Items of a service's table, by access pattern. */
@ConsoleOnly
@PermitAll
@Controller("/console/api/tables")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TablesApi {
    private final TableReader reader;

    TablesApi(TableReader reader) {
        this.reader = reader;
    }

    /** The pattern's parameters are query parameters of the same names. */
    @Get("/{service}{?pattern,limit,cursor}")
    Page<JsonNode> read(
            HttpRequest<?> request,
            String service,
            String pattern,
            @QueryValue(defaultValue = "20") int limit,
            @Nullable String cursor) {
        return reader.read(
                service, reader.pattern(service, pattern), Parameters.all(request), Parameters.limit(limit), cursor);
    }
}
