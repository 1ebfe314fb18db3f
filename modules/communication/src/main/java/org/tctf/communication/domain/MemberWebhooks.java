package org.tctf.communication.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/** The webhooks of one member, few enough to be one item. */
@AggregateRoot
public record MemberWebhooks(@Identity String memberId, List<Webhook> webhooks, long version) {
    public static final int MOST = 3;

    public MemberWebhooks {
        webhooks = List.copyOf(webhooks);
    }

    public static MemberWebhooks none(String memberId) {
        return new MemberWebhooks(memberId, List.of(), 0);
    }

    public Optional<Webhook> find(String id) {
        return webhooks.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    /** @throws Problem {@code TOO_MANY_WEBHOOKS}, {@code WEBHOOK_EXISTS} */
    public MemberWebhooks with(Webhook webhook) {
        if (webhooks.stream().anyMatch(known -> known.url().equals(webhook.url()))) {
            throw Problem.conflict("WEBHOOK_EXISTS", "This URL is a webhook of yours already.")
                    .at("/url");
        }
        if (webhooks.size() >= MOST) {
            throw Problem.conflict(
                    "TOO_MANY_WEBHOOKS", "You have %d webhooks; remove one before you add another.".formatted(MOST));
        }
        return new MemberWebhooks(
                memberId, Stream.concat(webhooks.stream(), Stream.of(webhook)).toList(), version + 1);
    }

    /** @throws Problem {@code WEBHOOK_NOT_FOUND} */
    public MemberWebhooks without(String id) {
        Webhook gone = find(id).orElseThrow(
                        () -> Problem.notFound("WEBHOOK_NOT_FOUND", "There is no webhook %s of yours.".formatted(id)));
        return new MemberWebhooks(
                memberId,
                webhooks.stream().filter(webhook -> !webhook.equals(gone)).toList(),
                version + 1);
    }
}
