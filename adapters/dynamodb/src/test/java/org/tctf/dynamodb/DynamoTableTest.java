package org.tctf.dynamodb;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.tctf.contracts.TableContract;
import org.tctf.contracts.TableFixture;
import org.tctf.contracts.TableModelContract;
import org.tctf.contracts.TableQueriesContract;
import org.tctf.contracts.TableRacesContract;
import org.tctf.kernel.table.Table;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB twin keeps every promise of the port. */
class DynamoTableTest {
    private static Table table;

    @BeforeAll
    static void open() {
        DynamoDbClient client = LocalDynamo.shared().client();
        new LocalTables(client).create("contracts", TableFixture.INDEXES);
        table = new DynamoTable(client, "contracts");
    }

    @Nested
    class Items extends TableContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class Queries extends TableQueriesContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class Races extends TableRacesContract {
        @Override
        protected Table table() {
            return table;
        }
    }

    @Nested
    class Model extends TableModelContract {
        @Override
        protected Table table() {
            return table;
        }
    }
}
