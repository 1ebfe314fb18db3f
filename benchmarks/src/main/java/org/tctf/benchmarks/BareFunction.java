package org.tctf.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * The floor: a handler that does with DynamoDB what a read through the API does there (counts the request, reads the
 * item), and nothing else: no framework, no validation, no token, no answer but a constant.
 */
public final class BareFunction implements RequestStreamHandler {
    private final DynamoDbClient dynamo = DynamoDbClient.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        in.readAllBytes();
        dynamo.updateItem(update -> update.tableName("tctf-test-guards")
                .key(Map.of("PK", AttributeValue.fromS("RATE#bare")))
                .updateExpression("ADD #n :one")
                .expressionAttributeNames(Map.of("#n", "requests"))
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        dynamo.getItem(GetItemRequest.builder()
                .tableName("tctf-test-onboarding")
                .key(Map.of("PK", AttributeValue.fromS("MEMBER#ada"), "SK", AttributeValue.fromS("ONBOARDING")))
                .consistentRead(true)
                .build());
        out.write("{\"statusCode\":200,\"body\":\"{}\"}".getBytes(StandardCharsets.UTF_8));
    }
}
