package org.tctf.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.breaker.BreakerState;
import org.tctf.kernel.breaker.BreakerStates;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * States of breakers that all functions of a stage share, in its {@code guards} table: one read for a call to a provider,
 * and a write only when something changed. A change whose answer was lost looks like somebody else's: a failure may then
 * count twice, a trial may be left out.
 */
public final class DynamoBreakerStates implements BreakerStates {
    /** A breaker that cannot be asked is closed; waiting longer would be worse than asking the provider. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final String PREFIX = "BREAKER#";
    private static final String FAILURES = "failures";
    private static final String UNTIL = "leftAloneUntilMillis";

    private final DynamoDbClient client;
    private final String table;
    private final Calls calls;

    /** @param client with {@link ClientLimits} */
    public DynamoBreakerStates(DynamoDbClient client, Stage stage) {
        this.client = client;
        this.table = stage.guards();
        this.calls = new Calls(table, PATIENCE);
    }

    @Override
    public BreakerState of(String provider) {
        Map<String, AttributeValue> item = calls.ask(() -> client.getItem(
                        get -> get.tableName(table).key(key(provider)).consistentRead(true)))
                .item();
        AttributeValue failures = item.get(FAILURES);
        AttributeValue until = item.get(UNTIL);
        return new BreakerState(
                failures == null ? 0 : Integer.parseInt(failures.n()),
                until == null ? null : Instant.ofEpochMilli(Long.parseLong(until.n())));
    }

    @Override
    public boolean replace(String provider, BreakerState seen, BreakerState next) {
        Expression expression = new Expression();
        String condition = isStill(seen, expression);
        return calls.ask(() -> {
            try {
                client.putItem(put -> put.tableName(table)
                        .item(item(provider, next))
                        .conditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values()));
                return true;
            } catch (ConditionalCheckFailedException somebodyElse) {
                return false;
            }
        });
    }

    private static String isStill(BreakerState seen, Expression expression) {
        String failures = seen.failures() == 0
                ? "(attribute_not_exists(%s) OR %s = %s)"
                        .formatted(
                                expression.name(FAILURES),
                                expression.name(FAILURES),
                                expression.value(Attributes.number(0)))
                : "%s = %s".formatted(expression.name(FAILURES), expression.value(Attributes.number(seen.failures())));
        Instant until = seen.leftAloneUntil();
        return until == null
                ? failures + " AND attribute_not_exists(%s)".formatted(expression.name(UNTIL))
                : failures
                        + " AND %s = %s"
                                .formatted(
                                        expression.name(UNTIL),
                                        expression.value(Attributes.number(until.toEpochMilli())));
    }

    private static Map<String, AttributeValue> item(String provider, BreakerState state) {
        Map<String, AttributeValue> item = new HashMap<>(key(provider));
        item.put(FAILURES, Attributes.number(state.failures()));
        Instant until = state.leftAloneUntil();
        if (until != null) {
            item.put(UNTIL, Attributes.number(until.toEpochMilli()));
        }
        return item;
    }

    private static Map<String, AttributeValue> key(String provider) {
        return Map.of(TableShape.PK, Attributes.text(PREFIX + provider));
    }
}
