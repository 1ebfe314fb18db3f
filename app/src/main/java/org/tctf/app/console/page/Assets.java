package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tctf.app.console.ConsoleOnly;

/** The pages' one style sheet, their script, those of the chat and of notifications, and one icon. */
@ConsoleOnly
@PermitAll
@Controller("/console/assets")
final class Assets {
    /** It acts for one page, which is beside the folder that it comes from: that takes its leave (Service Workers §6.2). */
    private static final String WORKER = "push-worker.js";

    private static final Map<String, MediaType> TYPES = Map.of(
            "console.css",
            MediaType.of("text/css; charset=utf-8"),
            "inbox.css",
            MediaType.of("text/css; charset=utf-8"),
            "inbox.js",
            MediaType.of("text/javascript; charset=utf-8"),
            "push.js",
            MediaType.of("text/javascript; charset=utf-8"),
            WORKER,
            MediaType.of("text/javascript; charset=utf-8"),
            "console.js",
            MediaType.of("text/javascript; charset=utf-8"),
            "chat.js",
            MediaType.of("text/javascript; charset=utf-8"),
            "icon.svg",
            MediaType.of("image/svg+xml"));

    @Get("/{name}")
    HttpResponse<byte[]> asset(String name) {
        MediaType type = TYPES.get(name);
        if (type == null) {
            return HttpResponse.notFound();
        }
        try (InputStream file = Assets.class.getResourceAsStream("/console/assets/" + name)) {
            if (file == null) {
                return HttpResponse.notFound();
            }
            MutableHttpResponse<byte[]> asset =
                    HttpResponse.ok(file.readAllBytes()).contentType(type).header("Cache-Control", "max-age=60");
            return name.equals(WORKER) ? asset.header("Service-Worker-Allowed", "/console/inbox") : asset;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the console's %s cannot be read".formatted(name), unreadable);
        }
    }
}
