package org.tctf.dynamodb;

import org.tctf.blueprint.Stage;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of a stage, as its stacks name them. Opening one asks nobody: a table that is missing is found when used. */
public record DynamoTables(DynamoDbClient client, Stage stage) {

    public DynamoTable of(ServiceDefinition service) {
        return new DynamoTable(client, stage.table(service));
    }

    /** The messages that the service's commits have left and that are not known to have arrived. */
    public DynamoOutbox outbox(ServiceDefinition service) {
        return new DynamoOutbox(client, stage.table(service));
    }
}
