package org.tctf.kernel.table;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Flow;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventSchemas;
import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.Idempotency;

/**
 * A service's table as its stores use it: records in, records out; facts leave with the change that made them, checked
 * against their schemas first; inside a delivery the change also marks the event as done.
 */
public final class ServiceTable {
    private static final int ATTEMPTS = 5;

    private final ServiceDefinition service;
    private final Table table;
    private final Codec codec;
    private final EventSchemas schemas;
    private final Cursors cursors;
    private final InstantSource clock;
    private final Ids ids;

    public ServiceTable(
            ServiceDefinition service,
            Table table,
            Codec codec,
            EventSchemas schemas,
            Cursors cursors,
            InstantSource clock,
            Ids ids) {
        this.service = service;
        this.table = table;
        this.codec = codec;
        this.schemas = schemas;
        this.cursors = cursors;
        this.clock = clock;
        this.ids = ids;
    }

    public ServiceDefinition service() {
        return service;
    }

    /** The record under this key as of now. */
    public <T> Optional<T> get(Key key, Class<T> type) {
        return table.get(key).map(item -> read(item, type));
    }

    /** Those of the records that exist, in no order; at most 100 keys. */
    public <T> List<T> getAll(Collection<Key> keys, Class<T> type) {
        return keys.isEmpty()
                ? List.of()
                : table.getAll(keys).stream().map(item -> read(item, type)).toList();
    }

    /** The first records of a query, at most its limit. Secondary indexes may lag behind. */
    public <T> List<T> list(Query query, Class<T> type) {
        return table.query(defined(query)).items().stream()
                .map(item -> read(item, type))
                .toList();
    }

    /**
     * One page of a query, as an API answers it.
     *
     * @param cursor the page before's {@code nextCursor}; absent for the first page
     * @throws Problem {@code INVALID_CURSOR} when the cursor was changed or belongs to another query
     */
    public <T> Page<T> page(Query query, @Nullable String cursor, Class<T> type) {
        Table.Slice slice = table.query(defined(query).after(cursors.decode(query, cursor)));
        Query.Position next = slice.next();
        return new Page<>(
                slice.items().stream().map(item -> read(item, type)).toList(),
                next == null ? null : cursors.encode(query, next));
    }

    /**
     * Commits the change and the facts it raises, durably, at once.
     *
     * @throws ConditionFailed when one of the change's conditions did not hold; then nothing has happened
     * @throws IllegalStateException when a raised fact is not defined or does not fit its schema
     */
    public void commit(Change change) {
        Change marked =
                CommitMark.take(service, clock.instant()).map(change::and).orElse(change);
        try {
            table.commit(transaction(marked));
        } catch (RuntimeException notCommitted) {
            CommitMark.giveBack(service);
            throw notCommitted;
        }
    }

    /**
     * Commits a note of what is about to happen outside, where no transaction reaches (a mail is handed to a provider),
     * ahead of the delivery's or request's own commit, whose mark it does not carry. Should the process die in between,
     * the next delivery finds the note and knows that nobody knows; so the change must be one that it can find (ADR 32).
     *
     * @throws ConditionFailed when one of the change's conditions did not hold; then nothing has happened
     */
    public void commitAhead(Change note) {
        table.commit(transaction(note));
    }

    private Transaction transaction(Change change) {
        List<Write> writes = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (Change.Step step : change.steps()) {
            switch (step) {
                case Change.PutRow(var row, var condition) -> writes.add(new Write.Put(item(row), condition));
                case Change.Direct(var write) -> writes.add(write);
                case Change.Fact(var subject, var version, var event) -> outgoing.add(fact(subject, version, event));
                case Change.Command(var command, var delay) ->
                    outgoing.add(new Outgoing(commandEnvelope(command), service.queueOf(command.getClass()), delay));
            }
        }
        return new Transaction(writes, outgoing);
    }

    /**
     * Reads, decides and commits again when somebody else was faster, up to five times.
     *
     * @throws Problem {@code CONCURRENT_MODIFICATION} when it was never first
     */
    public <T> T retrying(Supplier<T> readDecideCommit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readDecideCommit.get();
            } catch (ConditionFailed lost) {
                if (Inbox.isKey(lost.key()) || Idempotency.isKey(lost.key())) {
                    throw lost;
                }
                if (attempt == ATTEMPTS) {
                    throw Problem.conflict(
                            "CONCURRENT_MODIFICATION", "Others changed the same thing at the same moment; try again.");
                }
            }
        }
    }

    private <T> T read(Item item, Class<T> type) {
        return codec.fromAttributes(item.attributes(), type);
    }

    private Query defined(Query query) {
        if (!service.accessPatterns().contains(query.pattern())) {
            throw new IllegalStateException("'%s' is not an access pattern of %s; add it to the definition's table(...)"
                    .formatted(query.pattern().name(), service.name()));
        }
        return query;
    }

    private Item item(Row row) {
        Map<String, Object> attributes = new TreeMap<>(codec.toAttributes(row.body()));
        row.indexKeys().forEach((index, key) -> {
            attributes.put(index + "PK", key.pk());
            attributes.put(index + "SK", key.sk());
        });
        if (row.expiresAt() != null) {
            attributes.put(Item.EXPIRES, BigDecimal.valueOf(row.expiresAt().getEpochSecond()));
        }
        return new Item(row.key(), attributes);
    }

    private Outgoing fact(String subject, long aggregateVersion, Object event) {
        Publication publication = service.publication(event.getClass());
        Envelope envelope =
                envelope(publication.type(), publication.version(), subject, aggregateVersion, codec.toJson(event));
        schemas.check(envelope);
        return Outgoing.fact(envelope);
    }

    private Envelope commandEnvelope(Object command) {
        String type = Publication.typeOf(command.getClass());
        return envelope(type, 1, service.name(), 0, codec.toJson(command));
    }

    private Envelope envelope(String type, int version, String subject, long aggregateVersion, String data) {
        String id = ids.next().toString();
        Optional<Flow> flow = Flow.current();
        return new Envelope(
                id,
                service.name(),
                type,
                version,
                clock.instant(),
                subject,
                Envelope.schemaPath(type, version),
                aggregateVersion,
                flow.map(Flow::correlationId).orElse(id),
                flow.map(Flow::causationId).orElse(null),
                flow.map(Flow::actor).orElse("service:" + service.name()),
                flow.map(Flow::traceparent).orElse(null),
                data);
    }
}
