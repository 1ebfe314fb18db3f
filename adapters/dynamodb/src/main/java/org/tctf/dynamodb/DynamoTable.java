package org.tctf.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.TableLimits;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A service's table in DynamoDB.
 *
 * <p>Whatever has a condition, adds to a number or has company goes as a transaction with a request token: when an answer
 * is lost, the same request is sent again and DynamoDB does it once. {@code PutItem} and {@code UpdateItem} have no token.
 * The second try of a creation would find its own item and report a lost race; the second try of an addition would add
 * twice. Hence only plain puts and deletes, which may be repeated, go as single calls, at half the price.
 */
public final class DynamoTable implements Table {
    /** How long a call is tried again, when the time that is left to the caller is not known. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DynamoDbClient client;
    private final String name;
    private final Calls calls;

    /** @param client with {@link ClientLimits}; stays open when this table is closed */
    public DynamoTable(DynamoDbClient client, String name) {
        this(client, name, PATIENCE);
    }

    /** @param patience how long conflicts and throttling are waited out before {@code TableUnavailable} */
    public DynamoTable(DynamoDbClient client, String name, Duration patience) {
        this.client = client;
        this.name = name;
        this.calls = new Calls(name, patience);
    }

    @Override
    public Optional<Item> get(Key key) {
        Map<String, AttributeValue> found = calls.ask(() -> client.getItem(
                        get -> get.tableName(name).key(Attributes.key(key)).consistentRead(true)))
                .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(Attributes.item(found));
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        List<Item> found = new ArrayList<>();
        if (!keys.isEmpty()) {
            List<Map<String, AttributeValue>> distinct =
                    TableLimits.distinct(keys).stream().map(Attributes::key).toList();
            KeysAndAttributes all = KeysAndAttributes.builder()
                    .keys(distinct)
                    .consistentRead(true)
                    .build();
            calls.drain(Map.of(name, all), open -> {
                BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(open));
                answer.responses().getOrDefault(name, List.of()).forEach(item -> found.add(Attributes.item(item)));
                return answer.unprocessedKeys();
            });
        }
        return found;
    }

    @Override
    public Slice query(Query query) {
        return new Range(query, name).read(request -> calls.ask(() -> client.query(request)));
    }

    @Override
    public void commit(Transaction transaction) {
        List<Write> writes = transaction.writes();
        Write only = writes.size() == 1 && transaction.outgoing().isEmpty() ? writes.getFirst() : null;
        switch (only) {
            case Write.Put(var item, var condition)
            when condition == null ->
                calls.ask(() -> client.putItem(put -> put.tableName(name).item(Attributes.item(item))));
            case Write.Delete(var key, var condition)
            when condition == null ->
                calls.ask(
                        () -> client.deleteItem(delete -> delete.tableName(name).key(Attributes.key(key))));
            case null, default -> transact(transaction);
        }
    }

    @Override
    public void batch(List<Write> writes) {
        TableLimits.checkBatch(writes);
        List<WriteRequest> requests = writes.stream().map(DynamoTable::plain).toList();
        if (!requests.isEmpty()) {
            calls.drain(
                    Map.of(name, requests),
                    open -> client.batchWriteItem(batch -> batch.requestItems(open))
                            .unprocessedItems());
        }
    }

    @Override
    public void close() {
        // The client is not ours.
    }

    private void transact(Transaction transaction) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(Stream.concat(
                                transaction.writes().stream().map(this::item),
                                OutboxItems.of(transaction.outgoing()).stream().map(this::put))
                        .toList())
                .build();
        calls.ask(() -> {
            try {
                return client.transactWriteItems(request);
            } catch (TransactionCanceledException canceled) {
                throw Cancellation.of(canceled, transaction.writes());
            }
        });
    }

    private TransactWriteItem item(Write write) {
        Expression expression = new Expression();
        String update = write instanceof Write.Update changes ? expression.update(changes) : null;
        String condition = expression.condition(write.condition());
        return switch (write) {
            case Write.Put(var item, var _) ->
                TransactWriteItem.builder()
                        .put(put -> put.tableName(name)
                                .item(Attributes.item(item))
                                .conditionExpression(condition)
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()))
                        .build();
            case Write.Update(var key, var _, var _, var _) ->
                TransactWriteItem.builder()
                        .update(change -> change.tableName(name)
                                .key(Attributes.key(key))
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()))
                        .build();
            case Write.Delete(var key, var _) ->
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(name)
                                .key(Attributes.key(key))
                                .conditionExpression(condition)
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()))
                        .build();
            case Write.Check(var key, var _) ->
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(name)
                                .key(Attributes.key(key))
                                .conditionExpression(condition)
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()))
                        .build();
        };
    }

    private TransactWriteItem put(Map<String, AttributeValue> message) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name).item(message))
                .build();
    }

    private static WriteRequest plain(Write write) {
        return write instanceof Write.Put(var item, var _)
                ? WriteRequest.builder()
                        .putRequest(put -> put.item(Attributes.item(item)))
                        .build()
                : WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(Attributes.key(write.key())))
                        .build();
    }
}
