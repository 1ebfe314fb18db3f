package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** A provider says of a mail that it took before that there is no such mailbox, or that its reader called it spam. */
@Singleton
public class SuppressReported {
    private final Suppressions suppressions;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public SuppressReported(Suppressions suppressions, AddressIds addressIds, InstantSource clock) {
        this.suppressions = suppressions;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** A full mailbox is no reason: the next mail may find room. */
    public void suppress(DeliveryReport report) {
        EmailAddress mailedTo = Objects.requireNonNull(report.mailedTo(), "this service sends nothing but mails");
        switch (report.fate()) {
            case BOUNCED -> suppress(report.messageId(), mailedTo, Suppression.Reason.HARD_BOUNCE);
            case COMPLAINED -> suppress(report.messageId(), mailedTo, Suppression.Reason.COMPLAINT);
            case UNDELIVERED, DELIVERED -> {}
        }
    }

    private void suppress(String mailId, EmailAddress mailedTo, Suppression.Reason reason) {
        String subscriberId = addressIds.of(mailedTo);
        Recipient.campaignOf(mailId, subscriberId)
                .ifPresentOrElse(
                        campaignId -> suppressions.suppress(subscriberId, reason, campaignId, clock.instant()),
                        () -> suppressions.suppress(subscriberId, reason, clock.instant()));
    }
}
