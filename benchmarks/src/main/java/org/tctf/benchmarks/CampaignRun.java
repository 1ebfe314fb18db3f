package org.tctf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.bus.BusOptions;
import org.tctf.bus.EmbeddedBus;
import org.tctf.contracts.ScratchFolder;
import org.tctf.http.CaffeineRateCounters;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.adapter.carrier.ThrottledCarriers;
import org.tctf.messagingconsumers.adapter.crypto.HashedAddresses;
import org.tctf.messagingconsumers.adapter.crypto.SignedLinks;
import org.tctf.messagingconsumers.adapter.events.LaneWork;
import org.tctf.messagingconsumers.adapter.mustache.MustacheRenderer;
import org.tctf.messagingconsumers.adapter.store.TableCampaigns;
import org.tctf.messagingconsumers.adapter.store.TableLanes;
import org.tctf.messagingconsumers.adapter.store.TableRates;
import org.tctf.messagingconsumers.adapter.store.TableSubscribers;
import org.tctf.messagingconsumers.adapter.store.TableSuppressions;
import org.tctf.messagingconsumers.adapter.store.TableTemplates;
import org.tctf.messagingconsumers.application.campaign.ComposeCampaignMail;
import org.tctf.messagingconsumers.application.campaign.ContinueLane;
import org.tctf.messagingconsumers.domain.campaign.Audience;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Membership;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Shard;
import org.tctf.messagingconsumers.domain.subscriber.Source;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.template.Template;
import org.tctf.messagingconsumers.domain.template.Wording;
import org.tctf.messagingconsumers.domain.template.Wordings;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteTables;

/**
 * A campaign to many: personalised mails a second, each written down durably before and after it is handed to a sink in this
 * process. The floors are the sink alone, and rendering and sink without the writing down.
 */
final class CampaignRun {
    private static final int RECIPIENTS = Integer.getInteger("tctf.recipients", 50_000);
    private static final String LIST = "everybody";
    private static final int AT_ONCE = 90;
    private static final int PATIENCE_MINUTES = 10;

    /** Takes everything and keeps nothing. */
    private static final class Sink implements MailTransport {
        private final AtomicLong taken = new AtomicLong();
        private volatile CountDownLatch expected = new CountDownLatch(0);

        @Override
        public String name() {
            return "sink";
        }

        @Override
        public void send(Mail mail) {
            taken.addAndGet(mail.text().length());
            expected.countDown();
        }
    }

    private final InstantSource clock = InstantSource.system();
    private final Sink sink = new Sink();
    private final Secrets secrets = name -> new byte[32];
    private final HashedAddresses ids = new HashedAddresses(secrets);
    private final ComposeCampaignMail compose = new ComposeCampaignMail(
            new MustacheRenderer(), new SignedLinks(secrets), new PublicUrl(URI.create("https://tctf.example")));
    private final Wordings wordings = new Wordings(Map.of(
            Language.EN,
            new Wording(
                    "News{{#name}} for {{name}}{{/name}}",
                    "Hello{{#name}} {{name}}{{/name}}. " + "All the news of the week. ".repeat(40)
                            + "{{unsubscribeUrl}}",
                    "<html><body><p>Hello{{#name}} {{name}}{{/name}}</p>" + "<p>All the news.</p>".repeat(100)
                            + "<a href=\"{{unsubscribeUrl}}\">Leave</a></body></html>")));

    void run() throws IOException, InterruptedException {
        Path folder = ScratchFolder.untilExit("tctf-campaign");
        JacksonCodec codec = new JacksonCodec();
        Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
        try (var files = SqliteTables.open(folder, Durability.FULL, clock);
                var queues = SqliteDatabase.open(folder.resolve("queues.db"), Durability.FULL);
                EmbeddedBus bus = new EmbeddedBus(queues, codec, clock, BusOptions.defaults())) {
            ServiceTables tables = new OpenedTables(
                    files::of, codec, new JsonEventSchemas(), cursors, clock, Ids.v7(clock, new SecureRandom()));
            LaneWork worker = worker(tables);
            bus.register(
                    MessagingConsumersService.DEFINITION,
                    new Deliveries(tables.of(MessagingConsumersService.DEFINITION), codec, type -> worker),
                    files.of(MessagingConsumersService.DEFINITION).outbox());
            bus.start();
            List<Subscriber> crowd = crowd(tables);
            Campaign campaign = campaign(tables);

            Mail first = mail(campaign, crowd.getFirst());
            double sinkAlone = perSecond(() -> crowd.forEach(one -> sink.send(first)));
            double rendered = perSecond(() -> inParallel(crowd, one -> sink.send(mail(campaign, one))));
            double sent = campaignPerSecond(tables, campaign);

            Table table = new Table(
                    System.out, "A campaign to %,d".formatted(RECIPIENTS), "", "messages a second", "× floor");
            table.row("floor: the sink alone", sinkAlone, "");
            table.row("floor: render and sink, nothing written down", rendered, 1.0);
            table.row("campaign, frozen and durable, four workers (≥ 2,000)", sent, sent / rendered);
        }
    }

    private LaneWork worker(ServiceTables tables) {
        TableRates rates = new TableRates(tables);
        rates.set(sink.name(), 10_000_000);
        return new LaneWork(new ContinueLane(
                new TableCampaigns(tables, clock),
                new TableLanes(tables),
                new TableSubscribers(tables),
                new TableSuppressions(tables),
                new TableTemplates(tables),
                compose,
                new ThrottledCarriers(new MailTransports(List.of(sink)), rates, new CaffeineRateCounters(), clock),
                clock));
    }

    private List<Subscriber> crowd(ServiceTables tables) {
        List<Subscriber> crowd = new ArrayList<>();
        Change change = Change.none();
        for (int i = 1; i <= RECIPIENTS; i++) {
            EmailAddress email = new EmailAddress("reader%d@example.org".formatted(i));
            Subscriber subscriber = new Subscriber(
                    ids.of(email),
                    email,
                    new Profile("Reader " + i, Language.EN, Attributes.none(), false),
                    null,
                    Map.of(LIST, new Membership.Confirmed(clock.instant(), Source.IMPORTED)),
                    null,
                    clock.instant(),
                    1);
            crowd.add(subscriber);
            change = change.create(Row.of(
                    MessagingConsumersService.SUBSCRIBER.key(
                            Shard.of(subscriber.subscriberId()), subscriber.subscriberId()),
                    subscriber));
            if (i % AT_ONCE == 0 || i == RECIPIENTS) {
                tables.of(MessagingConsumersService.DEFINITION).commit(change);
                change = Change.none();
            }
        }
        return crowd;
    }

    private Campaign campaign(ServiceTables tables) {
        Instant now = clock.instant();
        TableTemplates templates = new TableTemplates(tables);
        templates.add(new Template("news", "News", wordings, 0, now, 1));
        templates.change("news", Template::publish);
        var draft = Campaign.draft(
                "0190c0de-0000-7000-8000-000000000001",
                "News",
                "news",
                new Audience(Set.of(LIST), null, Rule.everybody()),
                false,
                now);
        TableCampaigns campaigns = new TableCampaigns(tables, clock);
        campaigns.add(draft);
        // Far enough ahead that nothing but this measurement starts it.
        return campaigns
                .change(draft.campaignId(), one -> one.schedule(1, Rule.everybody(), now.plusSeconds(3600), now))
                .orElseThrow();
    }

    private double campaignPerSecond(ServiceTables tables, Campaign campaign) throws InterruptedException {
        sink.expected = new CountDownLatch(RECIPIENTS);
        Instant then = clock.instant().plusSeconds(3601);
        long began = System.nanoTime();
        new TableCampaigns(tables, clock).start(campaign.campaignId(), one -> one.start(then), clock.instant());
        if (!sink.expected.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException(sink.expected.getCount() + " mails have not come");
        }
        return RECIPIENTS / seconds(began);
    }

    private Mail mail(Campaign campaign, Subscriber reader) {
        return compose.compose(
                campaign,
                wordings,
                Recipient.pending(campaign.campaignId(), Shard.of(reader.subscriberId()), reader.subscriberId()),
                reader);
    }

    private static void inParallel(List<Subscriber> crowd, Consumer<Subscriber> work) {
        int workers = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int worker = 0; worker < workers; worker++) {
                int mine = worker;
                threads.execute(() -> {
                    for (int i = mine; i < crowd.size(); i += workers) {
                        work.accept(crowd.get(i));
                    }
                });
            }
        }
    }

    private static double perSecond(Runnable work) {
        work.run();
        long began = System.nanoTime();
        work.run();
        return RECIPIENTS / seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
