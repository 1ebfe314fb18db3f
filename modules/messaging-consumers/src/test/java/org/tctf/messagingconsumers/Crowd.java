package org.tctf.messagingconsumers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.messagingconsumers.application.campaign.CampaignPlans;
import org.tctf.messagingconsumers.application.campaign.DraftCampaign;
import org.tctf.messagingconsumers.application.campaign.ScheduleCampaign;
import org.tctf.messagingconsumers.application.subscriber.CreateList;
import org.tctf.messagingconsumers.application.template.CreateTemplate;
import org.tctf.messagingconsumers.application.template.PublishTemplate;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Membership;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Shard;
import org.tctf.messagingconsumers.domain.subscriber.Source;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.template.Wording;
import org.tctf.messagingconsumers.domain.template.Wordings;

/** Many subscribers of one list, and campaigns to them. */
final class Crowd {
    private static final int AT_ONCE = 90;

    private final Bench it;
    final String listId;
    final List<String> subscriberIds = new ArrayList<>();

    Crowd(Bench it, int size) {
        this.it = it;
        listId = new CreateList(it.lists, it.bench.ids(), it.bench.clock())
                .create(it.staff, "Everybody", "", true)
                .listId();
        ServiceTable table = it.bench.tables().of(MessagingConsumersService.DEFINITION);
        Change change = Change.none();
        int waiting = 0;
        for (int i = 0; i < size; i++) {
            Subscriber subscriber = subscriber(i);
            subscriberIds.add(subscriber.subscriberId());
            change = change.create(Row.of(
                    MessagingConsumersService.SUBSCRIBER.key(
                            Shard.of(subscriber.subscriberId()), subscriber.subscriberId()),
                    subscriber));
            if (++waiting == AT_ONCE || i == size - 1) {
                table.commit(change);
                change = Change.none();
                waiting = 0;
            }
        }
        // The sink is only as fast as the test wants.
        it.rates.set("sink", 1_000_000);
    }

    /** @return the campaign's id; it has started */
    String start() {
        String campaignId = draft();
        new ScheduleCampaign(it.campaigns, it.templates, it.segments, it.bench.clock())
                .schedule(it.staff, campaignId, null);
        it.startCampaign.start(campaignId);
        return campaignId;
    }

    private String draft() {
        Wording words = new Wording(
                "News", "Hello{{#name}} {{name}}{{/name}} {{unsubscribeUrl}}", "<p>Hello {{unsubscribeUrl}}</p>");
        String templateId = new CreateTemplate(it.templates, it.bench.ids(), it.bench.clock())
                .create(it.staff, "News", new Wordings(Map.of(Language.EN, words)))
                .templateId();
        new PublishTemplate(it.templates, it.renderer).publish(it.staff, templateId);
        return new DraftCampaign(it.campaigns, it.plans, it.bench.ids(), it.bench.clock())
                .draft(it.staff, new CampaignPlans.Plan("News", templateId, Set.of(listId), null, false))
                .campaignId();
    }

    private Subscriber subscriber(int i) {
        EmailAddress email = new EmailAddress("reader%d@example.org".formatted(i));
        return new Subscriber(
                it.addressIds.of(email),
                email,
                new Profile("Reader " + i, Language.EN, Attributes.none(), false),
                null,
                Map.of(listId, new Membership.Confirmed(it.bench.clock().instant(), Source.IMPORTED)),
                null,
                it.bench.clock().instant(),
                1);
    }
}
