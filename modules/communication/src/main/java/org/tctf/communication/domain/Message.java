package org.tctf.communication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Decision;
import org.tctf.kernel.delivery.DeliveryReport;

/**
 * One message to one person.
 *
 * @param id the id of the fact that it is about (with something behind it for a webhook or a browser): the same fact never makes a second message
 */
@AggregateRoot
public record Message(
        @Identity String id,
        Recipient to,
        Channel channel,
        String template,
        Instant queuedAt,
        State state,
        long version) {

    /** How long the delivery log remembers it. */
    public static final Duration KEPT = Duration.ofDays(90);

    public static Message queued(String id, Recipient to, Content content, Instant now) {
        return new Message(id, to, content.channel(), content.template(), now, new State.Queued(content), 1);
    }

    /** To one of the member's webhooks: a message of its own beside the mail about the same fact. */
    public static Message queued(String factId, Recipient to, Webhook webhook, Content.Hook content, Instant now) {
        return queued(
                beside(factId, webhook.id()),
                new Recipient(to.memberId(), Address.of(webhook.url()), null, to.language()),
                content,
                now);
    }

    // The tail of the id of what it goes to is random, and tells a few of them apart.
    private static String beside(String factId, String targetId) {
        return factId + "-" + targetId.substring(targetId.length() - 12);
    }

    /** To one of the member's browsers: a message of its own, too. */
    public static Message queued(
            String factId, Recipient to, PushSubscription subscription, Content.ByPush content, Instant now) {
        return queued(
                beside(factId, subscription.id()),
                new Recipient(to.memberId(), Address.of(subscription), null, to.language()),
                content,
                now);
    }

    /** What it says, as long as it may still be sent. */
    public Optional<Content> content() {
        return switch (state) {
            case State.Queued(Content content) -> Optional.of(content);
            case State.Failed(var at, var reason, Content content) -> Optional.of(content);
            case State.Sent sent -> Optional.empty();
        };
    }

    /** A provider took it, after others were passed over. What is sent stays sent. */
    public Decision<Message> sent(String provider, List<Failover> passedOver, Instant now) {
        List<Object> facts = new ArrayList<>();
        for (Failover failover : passedOver) {
            facts.add(new ProviderFailedOver(id, channel, failover.provider(), provider, failover.cause()));
        }
        if (state instanceof State.Sent sent) {
            // A report was faster than our own commit, and could not know whom we had asked before.
            return sent.fate() == null || facts.isEmpty() ? Decision.of(this) : new Decision<>(next(sent), facts);
        }
        facts.add(new MessageSent(id, to.memberId(), template, channel, provider));
        return new Decision<>(next(new State.Sent(now, provider)), facts);
    }

    /**
     * Its provider says what became of it; what weighs no more than what was said before is no news. Only who has a message
     * can report on it: a report that overtakes our own commit says that it is sent, too.
     */
    public Decision<Message> reported(DeliveryReport.Fate fate, String provider, Instant now) {
        if (!(state instanceof State.Sent sent)) {
            Decision<Message> taken = sent(provider, List.of(), now);
            Decision<Message> told = taken.state().reported(fate, provider, now);
            List<Object> facts = new ArrayList<>(taken.facts());
            facts.addAll(told.facts());
            return new Decision<>(told.state(), facts);
        }
        return sent.isNews(fate) ? new Decision<>(next(sent.with(fate)), factsOf(fate, sent)) : Decision.of(this);
    }

    private List<Object> factsOf(DeliveryReport.Fate fate, State.Sent before) {
        return switch (fate) {
            case UNDELIVERED -> List.of(failure(State.Reason.UNDELIVERED));
            case BOUNCED -> List.of(failure(State.Reason.BOUNCED));
            // Who complains of a mail has it.
            case DELIVERED, COMPLAINED ->
                before.hasArrived()
                        ? List.of()
                        : List.of(new MessageDelivered(id, to.memberId(), template, channel, before.provider()));
        };
    }

    private MessageFailed failure(State.Reason reason) {
        return new MessageFailed(id, to.memberId(), template, channel, reason);
    }

    /** It was not sent, for this reason; the first reason counts. */
    public Decision<Message> failed(State.Reason reason, Instant now) {
        if (!(state instanceof State.Queued(Content content))) {
            return Decision.of(this);
        }
        return Decision.of(next(new State.Failed(now, reason, content)), failure(reason));
    }

    private Message next(State next) {
        return new Message(id, to, channel, template, queuedAt, next, version + 1);
    }
}
