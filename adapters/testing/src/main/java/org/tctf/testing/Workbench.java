package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.tctf.contracts.ScratchFolder;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.keyring.FileSecrets;
import org.tctf.keyring.KeyringEncryption;
import org.tctf.objects.FileObjects;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.sqlite.SqliteTables;

/**
 * The plain runner: what a service's use cases need, without container, HTTP or bus. Facts that are raised stay in the
 * outbox, where the test looks at them; nothing is delivered unless the test does it.
 */
public final class Workbench implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private final ServiceDefinition service;
    private final Path folder;
    private final MutableClock clock = new MutableClock(START);
    private final JacksonCodec codec = new JacksonCodec();
    private final Ids ids = Ids.v7(clock, new Random(1));
    private final Secrets secrets;
    private final Encryption encryption;
    private final FileObjects objects;
    private final SqliteTables files;
    private final Map<String, ServiceTable> tables = new ConcurrentHashMap<>();
    private final Set<Long> worked = new HashSet<>();

    private Workbench(ServiceDefinition service, Path folder) {
        this.service = service;
        this.folder = folder;
        files = SqliteTables.open(folder, Durability.RELAXED, clock);
        secrets = FileSecrets.open(folder.resolve("secrets"));
        encryption = KeyringEncryption.open(folder.resolve("keyring"), clock);
        objects = FileObjects.open(
                folder.resolve("objects"),
                encryption,
                secrets,
                new PublicUrl(URI.create("https://tctf.example")),
                clock);
    }

    /** A bench for this service, in a folder of its own. */
    public static Workbench of(ServiceDefinition service) {
        try {
            return new Workbench(service, Files.createTempDirectory("tctf-bench"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    public MutableClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Codec codec() {
        return codec;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Encryption encryption() {
        return encryption;
    }

    public ObjectStores objects() {
        return objects;
    }

    public ServiceTables tables() {
        return this::table;
    }

    private ServiceTable table(ServiceDefinition definition) {
        return tables.computeIfAbsent(
                definition.name(),
                name -> new ServiceTable(
                        definition,
                        files.of(definition),
                        codec,
                        new JsonEventSchemas(),
                        new Cursors(secrets, new SecureRandom()),
                        clock,
                        ids));
    }

    /** The facts that the service has raised so far, in order. */
    public List<Envelope> raised() {
        return entries().stream()
                .map(SqliteOutbox.Entry::message)
                .filter(message -> message.queue() == null)
                .map(Outgoing::envelope)
                .toList();
    }

    /** The facts of one type that the service has raised so far, in order. */
    public List<Envelope> raised(String type) {
        return raised().stream().filter(fact -> fact.type().equals(type)).toList();
    }

    /** What the facts of one type say that the service has raised so far. */
    public List<JsonNode> payloads(String type) {
        return Payloads.of(raised(type));
    }

    /** Hands an event to a consumer, as the first delivery of a new fact. */
    public <E> Deliveries.Outcome deliver(EventConsumer<E> consumer, E event) {
        return deliver(consumer, envelope(consumer, event));
    }

    /** Hands a fact to a consumer; the same fact again is a redelivery. */
    public Deliveries.Outcome deliver(EventConsumer<?> consumer, Envelope fact) {
        return deliveries(consumer).deliver(subscription(consumer), fact);
    }

    /** A new fact from somebody else, as it would arrive for this consumer. */
    public Envelope envelope(EventConsumer<?> consumer, Object event) {
        if (event instanceof Envelope whole) {
            return whole;
        }
        String type = subscription(consumer).types().getFirst();
        String id = ids.next().toString();
        return new Envelope(
                id,
                "elsewhere",
                type,
                1,
                clock.instant(),
                id,
                Envelope.schemaPath(type, 1),
                1,
                id,
                null,
                "service:elsewhere",
                null,
                codec.toJson(event));
    }

    /** What the service answers to a member who wants a copy of their data: files by name. */
    public JsonNode exported(PersonalDataExport answer, String memberId) {
        String exportId = ids.next().toString();
        deliver(answer, new PersonalDataExport.DataExportRequested(exportId, memberId));
        return Exports.read(raised("DATA_EXPORT_PREPARED"), exportId, service.name(), codec, encryption);
    }

    /** Works off the commands that wait in the service's own queues, also those that this leads to, whatever their delay. */
    public void work(EventConsumer<?>... consumers) {
        work(entry -> true, consumers);
    }

    /** The same, but for those whose delay is not over by the bench's clock. */
    public void workDue(EventConsumer<?>... consumers) {
        work(
                entry -> !entry.message()
                        .envelope()
                        .time()
                        .plus(entry.message().delay())
                        .isAfter(clock.instant()),
                consumers);
    }

    private void work(Predicate<SqliteOutbox.Entry> isTaken, EventConsumer<?>... consumers) {
        for (boolean found = true; found; ) {
            found = false;
            for (SqliteOutbox.Entry entry : entries()) {
                String queue = entry.message().queue();
                for (EventConsumer<?> consumer : consumers) {
                    if (subscription(consumer).queue().equals(queue)
                            && isTaken.test(entry)
                            && !worked.contains(entry.seq())) {
                        deliver(consumer, entry.message().envelope());
                        // Not before: what was under way when the power was cut comes again.
                        worked.add(entry.seq());
                        found = true;
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        objects.close();
        files.close();
        new ScratchFolder(folder).close();
    }

    private List<SqliteOutbox.Entry> entries() {
        return files.of(service).outbox().after(0, Integer.MAX_VALUE);
    }

    private Deliveries deliveries(EventConsumer<?> consumer) {
        return new Deliveries(table(service), codec, type -> consumer);
    }

    private Subscription subscription(EventConsumer<?> consumer) {
        return service.subscriptions().stream()
                .filter(subscription -> subscription.consumer() == consumer.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is no consumer in the definition of %s"
                        .formatted(consumer.getClass().getSimpleName(), service.name())));
    }
}
