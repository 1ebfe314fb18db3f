package org.tctf.embedded;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.tctf.http.StreamedBody;
import org.tctf.objects.Gate;

/**
 * Where the addresses of objects lead, as those of S3 lead there. The address is the proof: whoever has it gets in until
 * it expires, without a token. What comes out is saved and never shown, run or cached (OWASP, "Unrestricted File Upload").
 */
@PermitAll
@Controller(Gate.PATH)
final class ObjectsController {
    private final Gate gate;

    ObjectsController(Gate gate) {
        this.gate = gate;
    }

    @Get(headRoute = false)
    HttpResponse<StreamedFile> download(@QueryValue(Gate.TICKET) String ticket) {
        Gate.Leaving leaving = gate.download(ticket);
        var object = leaving.object();
        MediaType type = MediaType.of(object.contentType());
        return HttpResponse.ok(new StreamedFile(object.content(), type, 0, object.length()))
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, leaving.name().attachment())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    }

    @Put(consumes = MediaType.ALL)
    @StreamedBody
    HttpResponse<Void> upload(@QueryValue(Gate.TICKET) String ticket, HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        try (InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
            gate.upload(
                    ticket,
                    new Gate.Arriving(
                            headers.get(HttpHeaders.CONTENT_TYPE),
                            request.getContentLength(),
                            headers.get(HttpHeaders.IF_NONE_MATCH),
                            body));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        return HttpResponse.ok();
    }
}
