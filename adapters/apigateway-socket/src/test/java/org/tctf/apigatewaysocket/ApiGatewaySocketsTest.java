package org.tctf.apigatewaysocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.contracts.RealtimeGatewayContract;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.RealtimeGateway.Delivery;
import org.tctf.localaws.FakeSockets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

class ApiGatewaySocketsTest extends RealtimeGatewayContract {
    private final LinkedBlockingQueue<String> connected = new LinkedBlockingQueue<>();
    private final FakeSockets api = new FakeSockets(Set.of(), this::answer);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ApiGatewayManagementApiClient client = ApiGatewayManagementApiClient.builder()
            .endpointOverride(ApiGatewaySockets.management(api.address()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(ClientLimits.standard())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final ApiGatewaySockets sockets = new ApiGatewaySockets(client);

    @Override
    protected RealtimeGateway gateway() {
        return sockets;
    }

    @Override
    protected Connected connect(WebSocket.Listener listener) {
        WebSocket socket =
                http.newWebSocketBuilder().buildAsync(api.address(), listener).join();
        return new Connected(connected.remove(), socket);
    }

    @AfterEach
    void stop() {
        client.close();
        http.shutdownNow();
        api.close();
    }

    @Test
    void aGatewayThatDoesNotAnswerIsTriedAgainLaterAndSaysSo() {
        Connected client = connect(new Reader());
        api.failNext(2);

        assertThatThrownBy(() -> sockets.send(client.id(), "{}"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("execute-api:ManageConnections");
        assertThatThrownBy(() -> sockets.close(client.id())).isInstanceOf(Unavailable.class);
        assertThat(sockets.send(client.id(), "{}")).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void theManagementApiIsWhereClientsConnectTo() {
        assertThat(ApiGatewaySockets.management(URI.create("wss://id.execute-api.eu-west-1.amazonaws.com/prod")))
                .hasToString("https://id.execute-api.eu-west-1.amazonaws.com/prod");
    }

    private JsonNode answer(JsonNode event) {
        if (event.at("/requestContext/eventType").asText().equals("CONNECT")) {
            connected.add(event.at("/requestContext/connectionId").asText());
        }
        return JsonNodeFactory.instance.objectNode().put("statusCode", 200);
    }
}
