package org.tctf.apigatewaysocket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.socket.RealtimeGateway;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;

/** The connections of one WebSocket API (API Gateway Developer Guide, "Use @connections commands"). */
public final class ApiGatewaySockets implements RealtimeGateway {
    private final ApiGatewayManagementApiClient client;

    /** @param client configured with {@link ClientLimits#standard()} and the endpoint {@link #management} */
    public ApiGatewaySockets(ApiGatewayManagementApiClient client) {
        this.client = client;
    }

    /** Where the management API of a socket is, whose clients connect to this address. */
    public static URI management(URI socket) {
        return URI.create(socket.toString().replaceFirst("^ws", "http"));
    }

    @Override
    public Delivery send(String connectionId, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_MESSAGE) {
            throw new IllegalArgumentException(
                    "a message of %d bytes; at most %d go over a socket".formatted(bytes.length, MAX_MESSAGE));
        }
        try {
            client.postToConnection(post -> post.connectionId(connectionId).data(SdkBytes.fromByteArrayUnsafe(bytes)));
            return Delivery.DELIVERED;
        } catch (GoneException closed) {
            return Delivery.GONE;
        } catch (LimitExceededException bufferFull) {
            return Delivery.SLOW;
        } catch (SdkException broken) {
            throw unavailable("could not be sent", broken);
        }
    }

    @Override
    public void close(String connectionId) {
        try {
            client.deleteConnection(delete -> delete.connectionId(connectionId));
        } catch (GoneException closed) {
            // It was to be closed, and is.
        } catch (LimitExceededException tooMany) {
            // It ends by itself; until then nothing more goes over it, since it is forgotten here.
        } catch (SdkException broken) {
            throw unavailable("could not be closed", broken);
        }
    }

    private static Unavailable unavailable(String what, SdkException broken) {
        return new Unavailable(
                "API Gateway's management API does not answer, a message or connection %s; check the right execute-api:ManageConnections and the API's address"
                        .formatted(what),
                broken);
    }
}
