package org.tctf.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.QueueWorker.Worked;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;
import org.tctf.localaws.LocalBus;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteTable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The shop of {@link Orders} with its table and its queue, at a time that the test sets; the test is its Lambda. */
final class Shop implements AutoCloseable {
    static final Stage STAGE = new Stage("test");
    static final Duration LONG = Duration.ofMinutes(1);

    final FakeAws aws = FakeAws.start();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-04T12:00:00Z"));
    final FakeSqs queues = FakeSqs.in(aws, now::get);
    final Orders.OnPackOrder packing = new Orders.OnPackOrder();
    final ServiceDefinition service;
    final Subscription subscription;
    final String queue;
    final String dead;
    final QueueWorker worker;
    final DeadLetterRedrive redrive;

    private final Codec codec = new JacksonCodec();
    private final SqsClient sqs = Clients.sqs(aws.endpoint());
    private final SqliteDatabase database;
    private final ServiceTable table;

    Shop(Path folder, UnaryOperator<WorkerOptions> options) {
        this(folder, Orders.SHOP, options);
    }

    Shop(Path folder, ServiceDefinition service, UnaryOperator<WorkerOptions> options) {
        this.service = service;
        subscription = service.subscriptions().getFirst();
        queue = STAGE.queue(subscription);
        dead = STAGE.deadLetters(subscription);
        LocalBus.in(aws, queues, now::get).wire(STAGE, List.of(service));
        database = SqliteDatabase.open(folder.resolve("shop.db"), Durability.FULL);
        table = new ServiceTable(
                service,
                new SqliteTable(database, service.indexes()),
                codec,
                _ -> {},
                new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom()),
                now::get,
                Ids.v7(InstantSource.system(), new SecureRandom()));
        StageQueues stageQueues = new StageQueues(STAGE, sqs);
        EventConsumer<?> consumer = packing;
        worker = new QueueWorker(
                service,
                new Deliveries(table, codec, _ -> consumer),
                codec,
                stageQueues,
                options.apply(WorkerOptions.defaults()));
        redrive = new DeadLetterRedrive(stageQueues, codec);
    }

    /** Puts commands into the queue. */
    List<Envelope> send(int count) {
        List<Envelope> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Envelope envelope = Orders.envelope("PACK_ORDER", "order " + i);
            send(codec.toJson(envelope));
            sent.add(envelope);
        }
        return sent;
    }

    void send(String body) {
        queues.send(queue, body);
    }

    void send(Envelope envelope) {
        send(codec.toJson(envelope));
    }

    List<QueueMessage> receive() {
        return queues.receive(queue, 10).stream()
                .map(message -> new QueueMessage(
                        message.messageId(),
                        message.receiptHandle(),
                        message.queueArn(),
                        message.body(),
                        Integer.parseInt(message.attributes().get("ApproximateReceiveCount"))))
                .toList();
    }

    /** Deletes what was not answered as failed. */
    void conclude(List<QueueMessage> batch, Worked worked) {
        batch.stream()
                .filter(message -> !worked.failed().contains(message.messageId()))
                .forEach(message -> queues.delete(queue, message.receiptHandle()));
    }

    /** One invocation from beginning to end. */
    Worked invoke(Duration left) throws InterruptedException {
        List<QueueMessage> batch = receive();
        assertThat(batch).isNotEmpty();
        Worked worked = worker.work(batch, left);
        conclude(batch, worked);
        return worked;
    }

    void pack(Envelope envelope) {
        table.commit(Change.none().add(Orders.PACKED.key(envelope.id()), "count", 1));
    }

    /** How often an order was packed. */
    int packed(Envelope envelope) {
        return table.get(Orders.PACKED.key(envelope.id()), Orders.Parcels.class)
                .map(Orders.Parcels::count)
                .orElse(0);
    }

    /** The bodies of all dead letters, once. */
    List<String> dead() {
        return Stream.generate(() -> queues.receive(dead, 10))
                .takeWhile(letters -> !letters.isEmpty())
                .flatMap(List::stream)
                .map(FakeSqs.Received::body)
                .toList();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public void close() {
        sqs.close();
        aws.close();
        database.close();
    }
}
