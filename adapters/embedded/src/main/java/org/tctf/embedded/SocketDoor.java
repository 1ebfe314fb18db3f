package org.tctf.embedded;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tctf.http.ClientAddress;
import org.tctf.http.SocketPipeline;
import org.tctf.http.SocketPipeline.Handshake;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.socket.SocketTicket;

/**
 * Stands before the handshake, inside the HTTP pipeline: who has no good ticket gets an HTTP answer, as from API Gateway's
 * {@code $connect}, and never a WebSocket.
 */
@ServerFilter("/v1/*/socket")
final class SocketDoor {
    /** Who was let in. */
    record Guest(ServiceDefinition service, String connectionId) {}

    static final String GUEST = "tctf.socket.guest";

    private final SocketPipeline pipeline;
    private final ClientAddress addresses;
    private final Map<String, ServiceDefinition> byPath = Service.all().stream()
            .map(Service::definition)
            .filter(service -> service.socket() != null)
            .collect(Collectors.toUnmodifiableMap(
                    service -> service.requireSocket().path(), Function.identity()));

    SocketDoor(SocketPipeline pipeline, ClientAddress addresses) {
        this.pipeline = pipeline;
        this.addresses = addresses;
    }

    @RequestFilter
    void enter(HttpRequest<?> request) {
        ServiceDefinition service = byPath.get(request.getPath());
        if (service == null) {
            throw Problem.notFound("NOT_FOUND", "There is no socket at this address.");
        }
        HttpHeaders headers = request.getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.get(HttpHeaders.UPGRADE))) {
            throw Problem.invalid("UPGRADE_REQUIRED", "This is a WebSocket; connect to it with one (RFC 6455).");
        }
        String connectionId = UUID.randomUUID().toString();
        pipeline.connect(new Handshake(
                service,
                connectionId,
                request.getParameters().get(SocketTicket.PARAMETER),
                headers.get(HttpHeaders.ORIGIN),
                headers.get(HttpHeaders.HOST),
                addresses.of(request)));
        request.setAttribute(GUEST, new Guest(service, connectionId));
    }
}
