package org.tctf.embedded;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import org.tctf.bus.EmbeddedBus;

/** Whether the process lives, and whether it does its work. */
@Hidden
@PermitAll
@Controller("/health")
final class HealthController {
    private final EmbeddedBus bus;

    HealthController(EmbeddedBus bus) {
        this.bus = bus;
    }

    /**
     * @param live the process answers
     * @param ready it delivers messages too
     */
    record Health(boolean live, boolean ready) {}

    @Get
    Health health() {
        return new Health(true, bus.isRunning());
    }
}
