package org.tctf.http.notes;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What the program answers outside the API. */
@PermitAll
@Controller("/ping")
class PingController {

    @Get
    @Produces(MediaType.TEXT_HTML)
    String ping() {
        return "<p>pong</p>";
    }

    @Get("/health")
    HttpResponse<Map<String, Boolean>> health() {
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("ready", false));
    }

    @Get("/staff")
    @RolesAllowed("STAFF")
    String staff() {
        return "pong";
    }
}
