package org.tctf.eventbridge;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Stage;
import org.tctf.contracts.EventBusContract.Dead;
import org.tctf.contracts.EventBusContract.Running;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.LocalBus;
import org.tctf.localaws.Queues;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.sqlite.SqliteTable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Services on this twin of the bus: tables in SQLite, whose outboxes feed relays as a table's stream would; queues whose
 * batches go to workers as Lambda's event source mapping would bring them, each batch in an invocation of its own.
 */
final class LocalPlatform implements AutoCloseable {
    private static final AtomicInteger STAGES = new AtomicInteger();

    /** In whole seconds: none. */
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(50));

    private final Stage stage = new Stage("t" + STAGES.incrementAndGet());
    private final Codec codec = new JacksonCodec();
    private final List<SqliteDatabase> databases = new ArrayList<>();
    private final Map<ServiceDefinition, ServiceTable> tables = new LinkedHashMap<>();
    private final List<Thread> pumps = new ArrayList<>();
    private final SqsClient sqs;
    private final EventBridgeClient events;
    private final StageQueues queues;
    private final EventBridgeBus bus;

    /** @param sqsEndpoint where the queues are that this is wired over */
    LocalPlatform(
            Path folder,
            FakeAws aws,
            Queues wiring,
            URI sqsEndpoint,
            Function<Class<?>, ?> consumers,
            ServiceDefinition... services) {
        LocalBus.in(aws, wiring, InstantSource.system()).wire(stage, List.of(services));
        sqs = Clients.sqs(sqsEndpoint);
        events = Clients.eventBridge(aws.endpoint());
        queues = new StageQueues(stage, sqs);
        bus = new EventBridgeBus(events, queues, codec);
        for (ServiceDefinition service : services) {
            SqliteDatabase database = SqliteDatabase.open(folder.resolve(service.name() + ".db"), Durability.FULL);
            SqliteTable items = new SqliteTable(database, service.indexes());
            ServiceTable table = new ServiceTable(
                    service,
                    items,
                    codec,
                    _ -> {},
                    new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom()),
                    InstantSource.system(),
                    Ids.v7(InstantSource.system(), new SecureRandom()));
            databases.add(database);
            tables.put(service, table);
            pump(relaying(items.outbox()));
            QueueWorker worker = new QueueWorker(
                    service,
                    new Deliveries(table, codec, consumers),
                    codec,
                    queues,
                    WorkerOptions.defaults().retrying(QUICK));
            service.subscriptions().forEach(subscription -> pump(working(service, subscription, worker)));
        }
    }

    /** As the contract wants it; closes AWS with itself. */
    static Running running(
            Path folders,
            FakeAws aws,
            Queues queues,
            URI sqsEndpoint,
            Function<Class<?>, ?> consumers,
            ServiceDefinition... services) {
        Path folder = folders.resolve(Long.toString(System.nanoTime()));
        LocalPlatform platform = new LocalPlatform(folder, aws, queues, sqsEndpoint, consumers, services);
        return new Running() {
            @Override
            public EventBus bus() {
                return platform.bus();
            }

            @Override
            public ServiceTable table(ServiceDefinition service) {
                return platform.table(service);
            }

            @Override
            public List<Dead> deadLetters(String queue) {
                return platform.redrive().peek(platform.subscription(queue), 100).stream()
                        .map(letter -> new Dead(
                                letter.envelope().orElseThrow().id(),
                                letter.attempts(),
                                letter.reason().name(),
                                letter.error()))
                        .toList();
            }

            @Override
            public void redriveAll(String queue) {
                platform.redrive().start(platform.subscription(queue), 500);
            }

            @Override
            public void close() {
                platform.close();
                aws.close();
            }
        };
    }

    EventBus bus() {
        return bus;
    }

    ServiceTable table(ServiceDefinition service) {
        return tables.get(service);
    }

    DeadLetterRedrive redrive() {
        return new DeadLetterRedrive(queues, codec);
    }

    Subscription subscription(String queue) {
        return tables.keySet().stream()
                .flatMap(service -> service.subscriptions().stream())
                .filter(subscription -> subscription.queue().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        pumps.forEach(Thread::interrupt);
        sqs.close();
        events.close();
        databases.forEach(SqliteDatabase::close);
    }

    /** What a pump does until it is interrupted. */
    private interface Stroke {
        void once() throws InterruptedException;
    }

    private void pump(Stroke stroke) {
        pumps.add(Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                try {
                    stroke.once();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException closing) {
                    if (!Thread.currentThread().isInterrupted()) {
                        throw closing;
                    }
                }
            }
        }));
    }

    private Stroke relaying(SqliteOutbox outbox) {
        BlockingQueue<SqliteOutbox.Entry> stream = new LinkedBlockingQueue<>();
        outbox.onCommit(stream::addAll);
        return () -> {
            SqliteOutbox.Entry entry = stream.take();
            Relay relay = new Relay(bus, _ -> outbox.sent(List.of(entry)));
            Relay.Message message = new Relay.Message(
                    Long.toString(entry.seq()), new Key("OUTBOX#" + entry.seq(), "MESSAGE"), entry.message());
            while (relay.relay(List.of(message)).firstFailed().isPresent()) {
                Thread.onSpinWait();
            }
        };
    }

    private Stroke working(ServiceDefinition service, Subscription subscription, QueueWorker worker) {
        return () -> {
            String url = queues.url(subscription.queue());
            List<Message> received = sqs.receiveMessage(r -> r.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(1)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
            if (!received.isEmpty()) {
                Thread.ofVirtual().start(() -> invoke(service, subscription, worker, url, received));
            }
        };
    }

    private void invoke(
            ServiceDefinition service,
            Subscription subscription,
            QueueWorker worker,
            String url,
            List<Message> received) {
        List<QueueMessage> batch = received.stream()
                .map(message -> new QueueMessage(
                        message.messageId(),
                        message.receiptHandle(),
                        "arn:aws:sqs:eu-central-1:000000000000:" + stage.queue(subscription),
                        message.body(),
                        Integer.parseInt(
                                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))))
                .toList();
        try {
            List<String> failed =
                    worker.work(batch, FunctionKind.QUEUES.timeout(service)).failed();
            List<DeleteMessageBatchRequestEntry> done = batch.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .map(message -> DeleteMessageBatchRequestEntry.builder()
                            .id(message.messageId())
                            .receiptHandle(message.receiptHandle())
                            .build())
                    .toList();
            if (!done.isEmpty()) {
                sqs.deleteMessageBatch(d -> d.queueUrl(url).entries(done));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
