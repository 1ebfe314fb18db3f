package org.tctf.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class LocalDynamoTest {
    private static final Stage STAGE = new Stage("dev");
    private static final ServiceDefinition ORDERS = ServiceDefinition.named("orders")
            .summary("Takes orders.")
            .owner("shop")
            .table(AccessPattern.index("GSI2", "orders in a state", "STATE#{state}", "{at}"))
            .build();

    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        client = LocalDynamo.shared().client();
    }

    @Test
    void aServicesTableHasTheBlueprintsShape() {
        new LocalTables(client).create(STAGE, ORDERS);
        TableDescription table = describe("tctf-dev-orders");
        assertThat(names(table.keySchema())).containsExactly("PK", "SK");
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
        GlobalSecondaryIndexDescription index = table.globalSecondaryIndexes().getFirst();
        assertThat(index.indexName()).isEqualTo("GSI2");
        assertThat(names(index.keySchema())).containsExactly("GSI2PK", "GSI2SK");
        assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.ALL);
    }

    @Test
    void theGuardsTableHasAPartitionKeyAlone() {
        new LocalTables(client).createGuards(STAGE);
        assertThat(names(describe("tctf-dev-guards").keySchema())).containsExactly("PK");
    }

    @Test
    void itEndsWithAParentThatIsKilled() {
        ChildJvm parent = ChildJvm.start(System.getProperty("java.class.path"), Parent.class.getName(), List.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> parent.said().contains("listens"));
        List<ProcessHandle> children = parent.handle().descendants().toList();
        assertThat(children).hasSize(1);
        parent.stop();
        await().atMost(Duration.ofSeconds(10)).until(() -> !children.getFirst().isAlive());
    }

    /** A test's JVM that starts DynamoDB Local and never ends by itself. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("listens on " + LocalDynamo.shared().endpoint());
            Thread.sleep(Duration.ofHours(1));
        }
    }

    private static TableDescription describe(String table) {
        return client.describeTable(request -> request.tableName(table)).table();
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }
}
