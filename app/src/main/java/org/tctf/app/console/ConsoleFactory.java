package org.tctf.app.console;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.trail.HiddenFields;
import org.tctf.app.console.trail.Trail;
import org.tctf.embedded.Settings;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.telemetry.Logs;
import org.tctf.telemetry.Tracing;

/** Lets the trail hear the bus, the traces and the log. */
@ConsoleOnly
@Factory
final class ConsoleFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Trail trail(Settings settings, InstantSource clock, Catalog catalog, JacksonCodec codec, JsonEventSchemas schemas) {
        return Trail.in(
                settings.data().resolve("console.db"), clock, new HiddenFields(codec, schemas, catalog.definitions()));
    }

    @Singleton
    OpenTelemetry openTelemetry(Trail trail, InstantSource clock) {
        return Tracing.into(trail, clock);
    }

    @Context
    @Bean(preDestroy = "close")
    Logs.Listening logs(Trail trail) {
        return Logs.listen(trail);
    }
}
