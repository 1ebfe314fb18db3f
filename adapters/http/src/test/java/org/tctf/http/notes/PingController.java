package org.tctf.http.notes;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** What the program answers outside the API. */
@PermitAll
@Controller("/ping")
class PingController {

    @Get
    @Produces(MediaType.TEXT_HTML)
    String ping() {
        return "<p>pong</p>";
    }

    @Get("/staff")
    @RolesAllowed("STAFF")
    String staff() {
        return "pong";
    }
}
