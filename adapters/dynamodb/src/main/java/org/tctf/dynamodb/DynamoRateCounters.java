package org.tctf.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Counters that all functions of a stage share, in its {@code guards} table: one conditional write for a request, two for
 * the first of a window. A request whose answer was lost may count twice, which lets through less, never more. When the
 * table cannot be asked, the request is not let through either: {@link org.tctf.kernel.table.TableUnavailable}.
 */
public final class DynamoRateCounters implements RateCounters {
    /** Nobody waits longer for a counter than for the work itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String PREFIX = "RATE#";
    private static final String COUNT = "n";
    private static final String END = "endMillis";
    private static final Map<String, String> NAMES = Map.of("#count", COUNT, "#end", END);
    private static final Map<String, String> NAMES_AND_EXPIRY =
            Map.of("#count", COUNT, "#end", END, "#expires", TableShape.TIME_TO_LIVE);

    private final DynamoDbClient client;
    private final String table;
    private final Calls calls;

    private record Window(int count, Instant end) {}

    /** @param client with {@link ClientLimits} */
    public DynamoRateCounters(DynamoDbClient client, Stage stage) {
        this.client = client;
        this.table = stage.guards();
        this.calls = new Calls(table, PATIENCE);
    }

    @Override
    public Standing count(String bucket, Quota quota, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return calls.ask(() -> {
            while (true) {
                try {
                    return standing(countOne(bucket, quota, at), quota, at, true);
                } catch (ConditionalCheckFailedException noRoom) {
                    Window window = window(noRoom.item(), quota, at);
                    if (window.count() > 0) {
                        return standing(window, quota, at, false);
                    }
                }
                try {
                    return standing(begin(bucket, quota, at), quota, at, true);
                } catch (ConditionalCheckFailedException somebodyElseBegan) {
                    // Then there is a window to count in.
                }
            }
        });
    }

    /** @throws ConditionalCheckFailedException when no window is open or it has no room */
    private Window countOne(String bucket, Quota quota, Instant at) {
        Map<String, AttributeValue> counted = client.updateItem(update -> update.tableName(table)
                        .key(key(bucket))
                        .updateExpression("ADD #count :one")
                        .conditionExpression("#end > :now AND #count < :most")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(Map.of(
                                ":one", Attributes.number(1),
                                ":now", Attributes.number(at.toEpochMilli()),
                                ":most", Attributes.number(quota.requests())))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
        return window(counted, quota, at);
    }

    /** @throws ConditionalCheckFailedException when a window is open */
    private Window begin(String bucket, Quota quota, Instant at) {
        Window window = new Window(1, at.plus(quota.window()));
        client.updateItem(update -> update.tableName(table)
                .key(key(bucket))
                .updateExpression("SET #count = :one, #end = :end, #expires = :expires")
                .conditionExpression("attribute_not_exists(#end) OR #end <= :now")
                .expressionAttributeNames(NAMES_AND_EXPIRY)
                .expressionAttributeValues(Map.of(
                        ":one", Attributes.number(1),
                        ":now", Attributes.number(at.toEpochMilli()),
                        ":end", Attributes.number(window.end().toEpochMilli()),
                        ":expires", Attributes.number(window.end().getEpochSecond() + 1))));
        return window;
    }

    /** An empty one, which would begin now, when none is open. */
    private static Window window(Map<String, AttributeValue> item, Quota quota, Instant at) {
        AttributeValue count = item.get(COUNT);
        AttributeValue end = item.get(END);
        if (count != null && end != null) {
            Window window = new Window(Integer.parseInt(count.n()), Instant.ofEpochMilli(Long.parseLong(end.n())));
            if (at.isBefore(window.end())) {
                return window;
            }
        }
        return new Window(0, at.plus(quota.window()));
    }

    private static Standing standing(Window window, Quota quota, Instant at, boolean isAllowed) {
        return new Standing(
                isAllowed, Math.max(0, quota.requests() - window.count()), Duration.between(at, window.end()));
    }

    private static Map<String, AttributeValue> key(String bucket) {
        return Map.of(TableShape.PK, Attributes.text(PREFIX + bucket));
    }
}
