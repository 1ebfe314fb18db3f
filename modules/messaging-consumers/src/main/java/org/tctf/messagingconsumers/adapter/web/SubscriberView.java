package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

record SubscriberView(
        String subscriberId,
        String email,
        @Nullable String name,
        String language,
        Map<String, String> attributes,
        boolean mayTrack,
        @Nullable String memberId,
        List<SubscriptionView> lists,
        Instant since,
        long version) {

    /** @param state PENDING, CONFIRMED or LEFT */
    record SubscriptionView(String listId, String state, Instant since) {}

    static SubscriberView of(Subscriber subscriber) {
        return new SubscriberView(
                subscriber.subscriberId(),
                subscriber.email().value(),
                subscriber.profile().name(),
                subscriber.profile().language().tag(),
                subscriber.profile().attributes().values(),
                subscriber.profile().mayTrack(),
                subscriber.memberId(),
                subscriber.lists().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(list -> new SubscriptionView(
                                list.getKey(),
                                list.getValue().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                                list.getValue().since()))
                        .toList(),
                subscriber.since(),
                subscriber.version());
    }
}
