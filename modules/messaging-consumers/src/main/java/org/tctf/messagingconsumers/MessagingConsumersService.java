package org.tctf.messagingconsumers;

import java.time.Duration;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.messagingconsumers.adapter.events.Bounces;
import org.tctf.messagingconsumers.adapter.events.CampaignStarts;
import org.tctf.messagingconsumers.adapter.events.ConfirmationMail;
import org.tctf.messagingconsumers.adapter.events.ImportWork;
import org.tctf.messagingconsumers.adapter.events.LaneWork;
import org.tctf.messagingconsumers.adapter.events.MailingErasures;
import org.tctf.messagingconsumers.adapter.events.OnDataExportRequested;
import org.tctf.messagingconsumers.adapter.events.OnEmailChanged;
import org.tctf.messagingconsumers.adapter.events.OnMailReport;
import org.tctf.messagingconsumers.adapter.events.OnPreferencesChanged;
import org.tctf.messagingconsumers.adapter.events.OnSignUpConfirmed;
import org.tctf.messagingconsumers.adapter.events.OnUserErased;
import org.tctf.messagingconsumers.adapter.events.Requests;
import org.tctf.messagingconsumers.application.campaign.StartDueCampaigns;
import org.tctf.messagingconsumers.domain.campaign.BeginCampaign;
import org.tctf.messagingconsumers.domain.campaign.CampaignMessageFailed;
import org.tctf.messagingconsumers.domain.campaign.CampaignScheduled;
import org.tctf.messagingconsumers.domain.campaign.CampaignSent;
import org.tctf.messagingconsumers.domain.campaign.CampaignStarted;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.WorkLane;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;
import org.tctf.messagingconsumers.domain.subscriber.Bounced;
import org.tctf.messagingconsumers.domain.subscriber.ConfirmByMail;
import org.tctf.messagingconsumers.domain.subscriber.ForgetMailings;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportChunk;
import org.tctf.messagingconsumers.domain.subscriber.RecipientSuppressed;
import org.tctf.messagingconsumers.domain.subscriber.Subscribed;
import org.tctf.messagingconsumers.domain.subscriber.Unsubscribed;

/** Mail to many: subscribers, lists, templates and campaigns. */
public final class MessagingConsumersService implements Service {
    /** Makes ids of addresses; what was suppressed could not be recognised under another. */
    public static final String ADDRESS_KEY = "address-key";

    /** Signs the links in mails; a way out has to work as long as the mail is kept. */
    public static final String LINK_KEY = "link-key";

    public static final AccessPattern SUBSCRIBER =
            AccessPattern.main("subscribers of a shard, by id", "SUBSCRIBERS#{shard}", "{subscriberId}");
    public static final AccessPattern MEMBER =
            AccessPattern.main("which subscriber a member is", "MEMBER#{memberId}", "MEMBER");
    public static final AccessPattern SUPPRESSION =
            AccessPattern.main("whether an address is suppressed", "SUPPRESSION#{subscriberId}", "SUPPRESSION");
    public static final AccessPattern SUPPRESSIONS =
            AccessPattern.index("GSI1", "suppressed addresses by time", "SUPPRESSIONS", "{since}#{subscriberId}");
    public static final AccessPattern LIST = AccessPattern.main("lists", "LISTS", "LIST#{listId}");
    public static final AccessPattern IMPORT = AccessPattern.main("an import", "IMPORT#{importId}", "IMPORT");
    public static final AccessPattern IMPORT_CHUNK =
            AccessPattern.main("lines of an import that are to be done", "IMPORT#{importId}", "CHUNK#{number}");
    public static final AccessPattern SEGMENT = AccessPattern.main("segments", "SEGMENTS", "SEGMENT#{segmentId}");
    public static final AccessPattern TEMPLATE = AccessPattern.main("templates", "TEMPLATES", "TEMPLATE#{templateId}");
    public static final AccessPattern PUBLICATION =
            AccessPattern.main("what was published of a template", "TEMPLATE#{templateId}", "PUBLICATION#{number}");
    public static final AccessPattern CAMPAIGN = AccessPattern.main("a campaign", "CAMPAIGN#{campaignId}", "CAMPAIGN");
    public static final AccessPattern NEWEST =
            AccessPattern.index("GSI1", "campaigns by time", "CAMPAIGNS", "{createdAt}#{campaignId}");
    public static final AccessPattern DUE =
            AccessPattern.index("GSI2", "campaigns that wait for their start, by it", "DUE", "{at}#{campaignId}");
    public static final AccessPattern LANE =
            AccessPattern.main("lanes of a campaign", "CAMPAIGN#{campaignId}", "LANE#{number}");
    public static final AccessPattern RECIPIENT =
            AccessPattern.main("recipients of a lane, in order", "RECIPIENTS#{campaignId}#{lane}", "{subscriberId}");
    public static final AccessPattern WAITING = AccessPattern.main(
            "recipients that are tried again, by time", "WAITING#{campaignId}#{lane}", "{until}#{subscriberId}");
    public static final AccessPattern TROUBLED = AccessPattern.index(
            "GSI1", "recipients that failed, wait or are unknown", "TROUBLED#{campaignId}#{state}", "{subscriberId}");
    public static final AccessPattern MAILED = AccessPattern.index(
            "GSI2", "what campaigns have sent to a subscriber", "MAILED#{subscriberId}", "{campaignId}");
    public static final AccessPattern SEEN =
            AccessPattern.main("how often a campaign was opened and clicked", "CAMPAIGN#{campaignId}", "SEEN");
    public static final AccessPattern SEEN_BY =
            AccessPattern.main("whether a reader opened or clicked", "SEEN#{campaignId}#{subscriberId}", "{what}");
    public static final AccessPattern RATE = AccessPattern.main("rates of mail providers", "RATES", "{provider}");

    /** A slice stops after 15 s, and the last mail of it may hang in each step of a provider's protocol. */
    private static final Duration LANE_TIMEOUT = Duration.ofMinutes(2);

    /** A lane that dies again and again is tried longer than other work: each try gets further. */
    private static final int LANE_RECEIVES = 20;

    /** As many connections to the providers as bulk mail may have; the others are communication's. */
    private static final int LANES_AT_ONCE = 4;

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("messaging-consumers")
            .summary("Sends one mail to many who asked for it, each once, and lets everybody out again.")
            .owner("messaging")
            .criticality(Criticality.BACKGROUND)
            .table(
                    SUBSCRIBER,
                    MEMBER,
                    SUPPRESSION,
                    SUPPRESSIONS,
                    LIST,
                    IMPORT,
                    IMPORT_CHUNK,
                    SEGMENT,
                    TEMPLATE,
                    PUBLICATION,
                    CAMPAIGN,
                    NEWEST,
                    DUE,
                    LANE,
                    RECIPIENT,
                    WAITING,
                    TROUBLED,
                    MAILED,
                    SEEN,
                    SEEN_BY,
                    RATE)
            .publishes(
                    Subscribed.class,
                    Unsubscribed.class,
                    CampaignScheduled.class,
                    CampaignStarted.class,
                    CampaignSent.class,
                    CampaignMessageFailed.class,
                    RecipientSuppressed.class)
            .exports(OnDataExportRequested.class)
            .consumes("SIGN_UP_CONFIRMED", OnSignUpConfirmed.SignUpConfirmed.class, OnSignUpConfirmed.class)
            .consumes("EMAIL_CHANGED", OnEmailChanged.EmailChanged.class, OnEmailChanged.class)
            .consumes("PREFERENCES_CHANGED", OnPreferencesChanged.PreferencesChanged.class, OnPreferencesChanged.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .queue(WorkLane.class, LaneWork.class)
            .tuned(LANE_TIMEOUT, LANE_RECEIVES, LANES_AT_ONCE)
            .queue(AskForLists.class, Requests.class)
            .queue(ConfirmByMail.class, ConfirmationMail.class)
            .queue(BeginCampaign.class, CampaignStarts.class)
            .queue(Bounced.class, Bounces.class)
            .queue(ImportChunk.class, ImportWork.class)
            .queue(ForgetMailings.class, MailingErasures.class)
            .schedule("start-due-campaigns", Duration.ofMinutes(1), StartDueCampaigns.class)
            .lastingSecret(ADDRESS_KEY)
            .lastingSecret(LINK_KEY)
            .provider("mail")
            .hearsOfDeliveries(OnMailReport.class, DeliveryReport.Fate.BOUNCED, DeliveryReport.Fate.COMPLAINED)
            .metric("subscriptions.confirmed", Subscribed.class)
            .metric("subscriptions.ended", Unsubscribed.class)
            .metric("campaigns.sent", CampaignSent.class)
            .metric("campaigns.messages.failed", CampaignMessageFailed.class)
            .limit("workers of one campaign", Lane.COUNT)
            .limit("connections to mail providers", LANES_AT_ONCE)
            .limit("lines of an import", Import.MAX_ROWS)
            .limit("tries of a message", Recipient.MAX_ATTEMPTS)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
