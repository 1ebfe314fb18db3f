package org.tctf.messagingconsumers;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.tctf.http.CaffeineRateCounters;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.adapter.carrier.ThrottledCarriers;
import org.tctf.messagingconsumers.adapter.crypto.HashedAddresses;
import org.tctf.messagingconsumers.adapter.crypto.SignedLinks;
import org.tctf.messagingconsumers.adapter.csv.CsvSubscriberFiles;
import org.tctf.messagingconsumers.adapter.events.Bounces;
import org.tctf.messagingconsumers.adapter.events.CampaignStarts;
import org.tctf.messagingconsumers.adapter.events.ConfirmationMail;
import org.tctf.messagingconsumers.adapter.events.ImportWork;
import org.tctf.messagingconsumers.adapter.events.LaneWork;
import org.tctf.messagingconsumers.adapter.events.MailingErasures;
import org.tctf.messagingconsumers.adapter.events.Requests;
import org.tctf.messagingconsumers.adapter.mustache.ConfirmationMails;
import org.tctf.messagingconsumers.adapter.mustache.MustacheRenderer;
import org.tctf.messagingconsumers.adapter.store.TableCampaigns;
import org.tctf.messagingconsumers.adapter.store.TableEngagements;
import org.tctf.messagingconsumers.adapter.store.TableImports;
import org.tctf.messagingconsumers.adapter.store.TableLanes;
import org.tctf.messagingconsumers.adapter.store.TableMailings;
import org.tctf.messagingconsumers.adapter.store.TableMembers;
import org.tctf.messagingconsumers.adapter.store.TableRates;
import org.tctf.messagingconsumers.adapter.store.TableSegments;
import org.tctf.messagingconsumers.adapter.store.TableSubscriberLists;
import org.tctf.messagingconsumers.adapter.store.TableSubscribers;
import org.tctf.messagingconsumers.adapter.store.TableSubscriptionRequests;
import org.tctf.messagingconsumers.adapter.store.TableSuppressions;
import org.tctf.messagingconsumers.adapter.store.TableTemplates;
import org.tctf.messagingconsumers.application.campaign.CampaignPlans;
import org.tctf.messagingconsumers.application.campaign.ComposeCampaignMail;
import org.tctf.messagingconsumers.application.campaign.ContinueLane;
import org.tctf.messagingconsumers.application.campaign.StartCampaign;
import org.tctf.messagingconsumers.application.subscriber.AskToConfirm;
import org.tctf.messagingconsumers.application.subscriber.ContinueImport;
import org.tctf.messagingconsumers.application.subscriber.EraseMailings;
import org.tctf.messagingconsumers.application.subscriber.SuppressBounced;
import org.tctf.messagingconsumers.application.subscriber.TakeRequest;
import org.tctf.testing.Workbench;

/** The service put together by hand, over a workbench. */
final class Bench implements AutoCloseable {
    static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://tctf.example"));

    final Workbench bench = Workbench.of(MessagingConsumersService.DEFINITION);
    final Principal staff =
            new Principal("staff", Set.of(Role.STAFF), "session", bench.clock().instant());
    final TableSubscribers subscribers = new TableSubscribers(bench.tables());
    final TableSuppressions suppressions = new TableSuppressions(bench.tables());
    final TableSubscriberLists lists = new TableSubscriberLists(bench.tables());
    final TableSegments segments = new TableSegments(bench.tables());
    final TableMembers members = new TableMembers(bench.tables(), bench.clock());
    final TableTemplates templates = new TableTemplates(bench.tables());
    final TableCampaigns campaigns = new TableCampaigns(bench.tables(), bench.clock());
    final TableLanes lanes = new TableLanes(bench.tables());
    final TableEngagements engagements = new TableEngagements(bench.tables());
    final TableMailings mailings = new TableMailings(bench.tables());
    final TableSubscriptionRequests requests = new TableSubscriptionRequests(bench.tables());
    final TableImports imports = new TableImports(bench.tables());
    final CsvSubscriberFiles files = new CsvSubscriberFiles();
    final TableRates rates = new TableRates(bench.tables());
    final HashedAddresses addressIds = new HashedAddresses(bench.secrets());
    final SignedLinks links = new SignedLinks(bench.secrets());
    final MustacheRenderer renderer = new MustacheRenderer();
    final CampaignPlans plans = new CampaignPlans(lists, segments, templates);
    final ThrottledCarriers carriers;
    final ContinueLane continueLane;
    final StartCampaign startCampaign = new StartCampaign(campaigns, bench.clock());
    private final EventConsumer<?>[] workers;

    Bench(MailTransport... transports) {
        carriers = new ThrottledCarriers(
                new MailTransports(List.of(transports)), rates, new CaffeineRateCounters(), bench.clock());
        continueLane = new ContinueLane(
                campaigns,
                lanes,
                subscribers,
                suppressions,
                templates,
                new ComposeCampaignMail(renderer, links, PUBLIC_URL),
                carriers,
                bench.clock());
        workers = new EventConsumer<?>[] {
            new LaneWork(continueLane),
            new CampaignStarts(startCampaign),
            new ConfirmationMail(new AskToConfirm(
                    subscribers, lists, links, new ConfirmationMails(), carriers, PUBLIC_URL, bench.clock())),
            new Bounces(new SuppressBounced(suppressions, bench.clock())),
            new Requests(new TakeRequest(subscribers, suppressions, addressIds, bench.clock())),
            new ImportWork(new ContinueImport(imports, subscribers, suppressions, addressIds, bench.clock())),
            new MailingErasures(new EraseMailings(mailings))
        };
    }

    /** Does what has become due. */
    void work() {
        bench.workDue(workers);
    }

    @Override
    public void close() {
        bench.close();
    }
}
