package org.tctf.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** One page of a query. It asks for one item more than the page has, so that the last page knows that it is. */
final class Range {
    private final Query query;
    private final String table;
    private final boolean isMain;
    private final String pk;
    private final String sk;

    Range(Query query, String table) {
        this.query = query;
        this.table = table;
        String index = query.pattern().index();
        isMain = index.equals(AccessPattern.MAIN);
        pk = isMain ? TableShape.PK : TableShape.pk(index);
        sk = isMain ? TableShape.SK : TableShape.sk(index);
    }

    Table.Slice read(Function<QueryRequest, QueryResponse> dynamo) {
        if (isEmpty()) {
            return new Table.Slice(List.of(), null);
        }
        QueryResponse page = dynamo.apply(request(startKey(query.after()), query.limit() + 1));
        List<Item> items = page.items().stream().map(Attributes::item).toList();
        if (items.size() > query.limit()) {
            List<Item> fitting = items.subList(0, query.limit());
            return new Table.Slice(fitting, position(fitting.getLast()));
        }
        // A page that ends at 1 MB names a last key also when nothing comes after it.
        boolean goesOn = page.hasLastEvaluatedKey() && isAnythingAfter(page.lastEvaluatedKey(), dynamo);
        return new Table.Slice(items, goesOn ? position(items.getLast()) : null);
    }

    private boolean isAnythingAfter(Map<String, AttributeValue> last, Function<QueryRequest, QueryResponse> dynamo) {
        QueryResponse next = dynamo.apply(request(last, 1));
        return !next.items().isEmpty();
    }

    /** DynamoDB refuses ends that are crossed or empty; nothing can lie between them. */
    private boolean isEmpty() {
        return !query.includes(query.skFrom()) || "".equals(query.skTo());
    }

    private QueryRequest request(@Nullable Map<String, AttributeValue> startKey, int limit) {
        Expression expression = new Expression();
        return QueryRequest.builder()
                .tableName(table)
                .indexName(isMain ? null : query.pattern().index())
                .consistentRead(isMain)
                .scanIndexForward(!query.isDescending())
                .limit(limit)
                .exclusiveStartKey(startKey)
                .keyConditionExpression(keys(expression))
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .build();
    }

    private String keys(Expression expression) {
        String partition = "%s = %s".formatted(expression.name(pk), text(expression, query.pk()));
        String from = query.skFrom();
        String to = query.skTo();
        if (to == null) {
            return from.isEmpty()
                    ? partition
                    : "%s AND begins_with(%s, %s)".formatted(partition, expression.name(sk), text(expression, from));
        }
        return from.isEmpty()
                ? "%s AND %s <= %s".formatted(partition, expression.name(sk), text(expression, to))
                : "%s AND %s BETWEEN %s AND %s"
                        .formatted(partition, expression.name(sk), text(expression, from), text(expression, to));
    }

    private @Nullable Map<String, AttributeValue> startKey(Query.@Nullable Position after) {
        if (after == null) {
            return null;
        }
        Map<String, AttributeValue> key = new HashMap<>(Attributes.key(after.key()));
        if (!isMain) {
            key.put(pk, Attributes.text(query.pk()));
            key.put(sk, Attributes.text(after.indexSk()));
        }
        return key;
    }

    private Query.Position position(Item last) {
        return new Query.Position(
                last.key(),
                isMain ? last.key().sk() : String.valueOf(last.attributes().get(sk)));
    }

    private static String text(Expression expression, String value) {
        return expression.value(Attributes.text(value));
    }
}
