package org.tctf.messagingconsumers.application.campaign;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.mail.Mail;
import org.tctf.messagingconsumers.application.subscriber.Subscribers;
import org.tctf.messagingconsumers.application.subscriber.Suppressions;
import org.tctf.messagingconsumers.application.template.Renderer;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.template.Wordings;

/**
 * Some recipients of a lane, one after the other. One commit a mail: that the next is in hand, and what became of the one
 * before. So a process that dies leaves one mail of which nobody knows, and every other one is known (ADR 32).
 */
final class Slice {
    /** Well within the time that a delivery may take; one hanging provider still fits behind it. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** What it works with. */
    record Ports(
            Lanes lanes,
            Subscribers subscribers,
            Suppressions suppressions,
            ComposeCampaignMail composeMail,
            Carriers carriers,
            InstantSource clock) {}

    private final Campaign campaign;
    private final Wordings wordings;
    private final Ports ports;
    private final long began = System.nanoTime();
    private final List<Settled> unwritten = new ArrayList<>();
    private Lane written;
    private Lane lane;

    Slice(Campaign campaign, Wordings wordings, Lane lane, Ports ports) {
        this.campaign = campaign;
        this.wordings = wordings;
        this.ports = ports;
        written = lane;
        this.lane = lane;
    }

    void send(List<Recipient> recipients) {
        List<String> ids = recipients.stream().map(Recipient::subscriberId).toList();
        Map<String, Subscriber> readers = ports.subscribers().all(ids).stream()
                .collect(Collectors.toMap(Subscriber::subscriberId, Function.identity()));
        Set<String> suppressed = ports.suppressions().among(ids);
        Duration pause = Duration.ZERO;
        for (Recipient recipient : recipients) {
            Recipient.Cause cause = skipped(suppressed, readers.get(recipient.subscriberId()), recipient);
            if (cause != null) {
                settle(Settled.skipped(lane, recipient, cause, ports.clock().instant()));
                continue;
            }
            Mail mail = composed(recipient, readers);
            if (mail == null) {
                settle(Settled.failed(
                        lane,
                        recipient,
                        Recipient.Why.NOT_RENDERED,
                        ports.clock().instant()));
                continue;
            }
            Optional<Duration> wait = ports.carriers().pause();
            if (wait.isPresent()) {
                pause = wait.get();
                break;
            }
            hand(recipient, mail);
            if (lane.isInTrouble()) {
                pause = lane.rest();
                break;
            }
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                break;
            }
        }
        ports.lanes().goOn(new Lanes.Step(written, lane.goOn(), List.copyOf(unwritten)), pause);
    }

    private void hand(Recipient recipient, Mail mail) {
        lane = lane.take(recipient);
        ports.lanes().ahead(new Lanes.Step(written, lane, List.copyOf(unwritten)));
        written = lane;
        unwritten.clear();
        settle(
                switch (ports.carriers().hand(mail)) {
                    case Carriers.Outcome.Taken(String provider) ->
                        Settled.sent(lane, recipient, provider, ports.clock().instant());
                    case Carriers.Outcome.Refused(boolean isOfRecipient) ->
                        isOfRecipient
                                ? Settled.bounced(lane, recipient, ports.clock().instant())
                                : Settled.failed(
                                        lane,
                                        recipient,
                                        Recipient.Why.REJECTED,
                                        ports.clock().instant());
                    case Carriers.Outcome.NotTaken none ->
                        Settled.notTaken(lane, recipient, ports.clock().instant());
                    case Carriers.Outcome.Unknown unknown ->
                        Settled.unknown(lane, recipient, ports.clock().instant());
                });
    }

    private Recipient.@Nullable Cause skipped(
            Set<String> suppressed, @Nullable Subscriber reader, Recipient recipient) {
        if (suppressed.contains(recipient.subscriberId())) {
            return Recipient.Cause.SUPPRESSED;
        }
        return reader == null || !reader.isOnOneOf(campaign.audience().listIds()) ? Recipient.Cause.UNSUBSCRIBED : null;
    }

    private @Nullable Mail composed(Recipient recipient, Map<String, Subscriber> readers) {
        Subscriber reader = readers.get(recipient.subscriberId());
        try {
            return reader == null ? null : ports.composeMail().compose(campaign, wordings, recipient, reader);
        } catch (Renderer.NotRendered broken) {
            return null;
        }
    }

    private void settle(Settled settled) {
        lane = settled.lane();
        unwritten.add(settled);
    }
}
