package org.tctf.localaws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes the tables in {@link LocalDynamo} that a stage's stacks make on AWS, of the same {@link TableShape}. */
public final class LocalTables {
    private final DynamoDbClient client;

    public LocalTables(DynamoDbClient client) {
        this.client = client;
    }

    /** The service's table, with the indexes that its access patterns use. */
    public void create(Stage stage, ServiceDefinition service) {
        create(stage.table(service), service.indexes());
    }

    /** A service's table of any name. */
    public void create(String name, List<String> indexes) {
        List<String> parts = Stream.concat(
                        Stream.of(TableShape.PK, TableShape.SK),
                        indexes.stream().flatMap(index -> Stream.of(TableShape.pk(index), TableShape.sk(index))))
                .toList();
        CreateTableRequest.Builder table = table(name, parts)
                .keySchema(keys(TableShape.PK, TableShape.SK))
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.NEW_IMAGE)
                        .build());
        if (!indexes.isEmpty()) {
            table.globalSecondaryIndexes(
                    indexes.stream().map(LocalTables::index).toList());
        }
        create(table.build());
    }

    /** The table that all services of the stage share. */
    public void createGuards(Stage stage) {
        create(table(stage.guards(), List.of(TableShape.PK))
                .keySchema(keys(TableShape.PK))
                .build());
    }

    /**
     * Without time to live: the engine would take away by the wall clock what by a test's clock is good for another hour.
     * What has expired is not shown in any case, since DynamoDB too may be late by days.
     */
    private void create(CreateTableRequest table) {
        client.createTable(table);
    }

    private static CreateTableRequest.Builder table(String name, List<String> parts) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(parts.stream()
                        .map(part -> AttributeDefinition.builder()
                                .attributeName(part)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList());
    }

    private static GlobalSecondaryIndex index(String index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index)
                .keySchema(keys(TableShape.pk(index), TableShape.sk(index)))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    /** The partition key, then perhaps the sort key. */
    private static List<KeySchemaElement> keys(String... parts) {
        List<KeySchemaElement> keys = new ArrayList<>();
        for (String part : parts) {
            keys.add(KeySchemaElement.builder()
                    .attributeName(part)
                    .keyType(keys.isEmpty() ? KeyType.HASH : KeyType.RANGE)
                    .build());
        }
        return keys;
    }
}
