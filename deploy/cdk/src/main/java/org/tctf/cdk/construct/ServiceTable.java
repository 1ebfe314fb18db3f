package org.tctf.cdk.construct;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tctf.blueprint.TableShape;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.dynamodb.CfnGlobalTable;
import software.constructs.Construct;

/**
 * A table of the {@link TableShape}: paid by request, encrypted with the stage's key, restorable to any second of the last
 * 35 days, deleted neither by hand nor with its stack.
 *
 * <p>It is the resource behind the CDK's {@code TableV2}, which makes no encrypted table in a template that leaves the
 * region open.
 */
public final class ServiceTable extends Construct {
    private static final int DAYS_TO_RESTORE = 35;

    private final CfnGlobalTable table;

    /**
     * What differs from table to table.
     *
     * @param isSorted whether a partition has more than one item
     * @param indexes names of the secondary indexes, each of which carries whole items
     * @param hasStream whether new images of changed items can be read from a stream
     */
    public record Shape(String name, boolean isSorted, List<String> indexes, boolean hasStream) {}

    public ServiceTable(
            Construct scope, String id, Shape shape, String keyArn, Map<String, String> tags, Alarms alarms) {
        super(scope, id);
        List<String> key = shape.isSorted() ? List.of(TableShape.PK, TableShape.SK) : List.of(TableShape.PK);
        CfnGlobalTable.Builder builder = CfnGlobalTable.Builder.create(this, "Table")
                .tableName(shape.name())
                .attributeDefinitions(Stream.concat(
                                key.stream(),
                                shape.indexes().stream()
                                        .flatMap(index -> Stream.of(TableShape.pk(index), TableShape.sk(index))))
                        .map(ServiceTable::text)
                        .toList())
                .keySchema(keys(key))
                .billingMode("PAY_PER_REQUEST")
                .sseSpecification(CfnGlobalTable.SSESpecificationProperty.builder()
                        .sseEnabled(true)
                        .sseType("KMS")
                        .build())
                .timeToLiveSpecification(CfnGlobalTable.TimeToLiveSpecificationProperty.builder()
                        .enabled(true)
                        .attributeName(TableShape.TIME_TO_LIVE)
                        .build())
                .replicas(List.of(here(keyArn, tags)));
        if (!shape.indexes().isEmpty()) {
            builder.globalSecondaryIndexes(
                    shape.indexes().stream().map(ServiceTable::index).toList());
        }
        if (shape.hasStream()) {
            builder.streamSpecification(CfnGlobalTable.StreamSpecificationProperty.builder()
                    .streamViewType("NEW_IMAGE")
                    .build());
        }
        table = builder.build();
        table.applyRemovalPolicy(RemovalPolicy.RETAIN);
        alarms.on(
                this,
                AlarmKind.TABLE_THROTTLES,
                id.toLowerCase(Locale.ROOT),
                MathExpression.Builder.create()
                        .expression("reads + writes")
                        .usingMetrics(Ordered.map(
                                "reads", throttled(shape.name(), "ReadThrottleEvents"),
                                "writes", throttled(shape.name(), "WriteThrottleEvents")))
                        .period(Duration.minutes(1))
                        .build(),
                Alarms.Rings.lastingAt(1));
    }

    /** Of the stream; only of a table that has one. */
    public String streamArn() {
        return table.getAttrStreamArn();
    }

    private static CfnGlobalTable.ReplicaSpecificationProperty here(String keyArn, Map<String, String> tags) {
        return CfnGlobalTable.ReplicaSpecificationProperty.builder()
                .region(Arns.here().region())
                .sseSpecification(CfnGlobalTable.ReplicaSSESpecificationProperty.builder()
                        .kmsMasterKeyId(keyArn)
                        .build())
                .pointInTimeRecoverySpecification(CfnGlobalTable.PointInTimeRecoverySpecificationProperty.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .recoveryPeriodInDays(DAYS_TO_RESTORE)
                        .build())
                .deletionProtectionEnabled(true)
                .tags(tags.entrySet().stream()
                        .map(tag -> CfnTag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static Metric throttled(String table, String metric) {
        return Metric.Builder.create()
                .namespace("AWS/DynamoDB")
                .metricName(metric)
                .dimensionsMap(Ordered.map("TableName", table))
                .statistic("Sum")
                .build();
    }

    private static CfnGlobalTable.GlobalSecondaryIndexProperty index(String name) {
        return CfnGlobalTable.GlobalSecondaryIndexProperty.builder()
                .indexName(name)
                .keySchema(keys(List.of(TableShape.pk(name), TableShape.sk(name))))
                .projection(CfnGlobalTable.ProjectionProperty.builder()
                        .projectionType("ALL")
                        .build())
                .build();
    }

    private static List<CfnGlobalTable.KeySchemaProperty> keys(List<String> names) {
        return names.stream()
                .map(name -> key(name, name.equals(names.getFirst()) ? "HASH" : "RANGE"))
                .toList();
    }

    private static CfnGlobalTable.KeySchemaProperty key(String name, String type) {
        return CfnGlobalTable.KeySchemaProperty.builder()
                .attributeName(name)
                .keyType(type)
                .build();
    }

    private static CfnGlobalTable.AttributeDefinitionProperty text(String name) {
        return CfnGlobalTable.AttributeDefinitionProperty.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }
}
