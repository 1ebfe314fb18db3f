package org.tctf.embedded;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.PermitAll;

/** Whether the process lives, and whether it does its work. */
@PermitAll
@Controller("/health")
final class HealthController {
    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    /**
     * @param live the process answers
     * @param ready it takes requests and delivers messages
     */
    record Health(boolean live, boolean ready) {}

    /** 200 when ready, 503 while it starts or stops. */
    @Get
    HttpResponse<Health> health() {
        Health health = new Health(true, readiness.isReady());
        return health.ready()
                ? HttpResponse.ok(health)
                : HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(health);
    }
}
