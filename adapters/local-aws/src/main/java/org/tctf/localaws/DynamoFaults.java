package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** An endpoint in front of DynamoDB Local that passes everything on, but fails, hangs and loses answers as it is told. */
public final class DynamoFaults {
    public static final String GET = "DynamoDB_20120810.GetItem";
    public static final String PUT = "DynamoDB_20120810.PutItem";
    public static final String UPDATE = "DynamoDB_20120810.UpdateItem";
    public static final String DELETE = "DynamoDB_20120810.DeleteItem";
    public static final String QUERY = "DynamoDB_20120810.Query";
    public static final String BATCH_GET = "DynamoDB_20120810.BatchGetItem";
    public static final String BATCH_WRITE = "DynamoDB_20120810.BatchWriteItem";
    public static final String TRANSACT_WRITE = "DynamoDB_20120810.TransactWriteItems";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DynamoFaults() {}

    /** Its {@link FakeAws#failNext} and the like make the trouble; close it after the test. */
    public static FakeAws inFrontOf(LocalDynamo dynamo) {
        FakeAws front = FakeAws.start();
        for (String operation : List.of(GET, PUT, UPDATE, DELETE, QUERY, BATCH_GET, BATCH_WRITE, TRANSACT_WRITE)) {
            front.serve(operation, request -> ask(dynamo.endpoint(), operation, request));
        }
        return front;
    }

    /** DynamoDB Local's own answer, for an operation that answers something else now and then. */
    public static JsonNode ask(URI dynamo, String operation, JsonNode request) {
        HttpRequest forwarded = HttpRequest.newBuilder(dynamo)
                .header("X-Amz-Target", operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none")
                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(forwarded, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw refusal(answer.statusCode(), (ObjectNode) body);
            }
            return body;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** A cancelled transaction, with each item's reason: {@code None}, {@code TransactionConflict} … */
    public static AwsFault cancelled(String... reasons) {
        ObjectNode body = JSON.createObjectNode()
                .put("__type", "TransactionCanceledException")
                .put("message", "Transaction cancelled, please refer cancellation reasons for specific reasons");
        ArrayNode list = body.putArray("CancellationReasons");
        for (String reason : reasons) {
            list.addObject().put("Code", reason);
        }
        return new AwsFault(400, "TransactionCanceledException", body);
    }

    public static AwsFault throughputExceeded() {
        return AwsFault.badRequest(
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput was exceeded");
    }

    private static AwsFault refusal(int status, ObjectNode body) {
        String type = body.path("__type").asText();
        return new AwsFault(status, type.substring(type.indexOf('#') + 1), body);
    }
}
