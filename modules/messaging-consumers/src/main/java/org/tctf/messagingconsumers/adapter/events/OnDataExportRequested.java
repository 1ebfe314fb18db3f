package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Mailings;
import org.tctf.messagingconsumers.application.subscriber.Members;
import org.tctf.messagingconsumers.application.subscriber.Subscribers;
import org.tctf.messagingconsumers.application.subscriber.Suppressions;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A member gets what is known of their address, what it is subscribed to, and what campaigns have sent to it. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** More campaigns than there are in the 180 days that their recipients are remembered. */
    private static final int MOST = 1000;

    /** A mail as its reader may know it. */
    record Mailed(String campaignId, String outcome) {}

    record Subscription(String listId, String state, Instant since) {}

    private final Members members;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final Mailings mailings;

    public OnDataExportRequested(
            Members members,
            Subscribers subscribers,
            Suppressions suppressions,
            Mailings mailings,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(MessagingConsumersService.DEFINITION, tables, codec, encryption);
        this.members = members;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.mailings = mailings;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Optional<Subscriber> subscriber = switch (members.find(memberId)) {
            case Members.Known.Here(var member) ->
                Optional.ofNullable(member.subscriberId()).flatMap(subscribers::find);
            case Members.Known.Nobody n -> Optional.empty();
            case Members.Known.Forgotten f -> Optional.empty();
        };
        return subscriber.map(this::keptOf).orElse(Map.of());
    }

    private Map<String, ?> keptOf(Subscriber subscriber) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("subscriber", Map.of("email", subscriber.email().value(), "profile", subscriber.profile()));
        kept.put(
                "subscriptions",
                subscriber.lists().entrySet().stream()
                        .map(list -> new Subscription(
                                list.getKey(),
                                list.getValue().getClass().getSimpleName(),
                                list.getValue().since()))
                        .toList());
        kept.put(
                "campaign-mails",
                mailings.of(subscriber.subscriberId(), MOST).stream()
                        .map(mail -> new Mailed(mail.campaignId(), outcome(mail)))
                        .toList());
        suppressions
                .find(subscriber.subscriberId())
                .ifPresent(suppression -> kept.put("suppressed", List.of(suppression)));
        return kept;
    }

    private static String outcome(Recipient mail) {
        return mail.state().getClass().getSimpleName();
    }
}
