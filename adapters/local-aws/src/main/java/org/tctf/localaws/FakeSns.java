package org.tctf.localaws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.RuleCompiler;
import software.amazon.event.ruler.Ruler;

/**
 * SNS's standard topics with subscriptions of queues, raw delivery, filtered by the message's body. Nothing in production
 * speaks to SNS (EventBridge does), so neither does this speak its protocol.
 */
public final class FakeSns {
    /** SNS quotas, "Message size". */
    private static final int MAX_BYTES = 256 * 1024;

    private record Subscription(
            String queue,
            @Nullable String filterPolicy,
            @Nullable String undelivered) {}

    private final Queues queues;
    private final Map<String, List<Subscription>> topics = new ConcurrentHashMap<>();

    public FakeSns(Queues queues) {
        this.queues = queues;
    }

    public void createTopic(String topic) {
        topics.putIfAbsent(topic, new CopyOnWriteArrayList<>());
    }

    /**
     * @param filterPolicy with scope {@code MessageBody}; absent to get all
     * @param undelivered name of the queue that takes what the queue cannot; absent to lose it
     * @throws IllegalArgumentException when the policy is not valid
     */
    public void subscribe(String topic, String queue, @Nullable String filterPolicy, @Nullable String undelivered) {
        if (filterPolicy != null) {
            String invalid = check(filterPolicy);
            if (invalid != null) {
                throw new IllegalArgumentException("filter policy %s: %s".formatted(filterPolicy, invalid));
            }
        }
        topic(topic).add(new Subscription(queue, filterPolicy, undelivered));
    }

    /** @throws AwsFault when there is no such topic, or the message is too long */
    public void publish(String topic, String message) {
        List<Subscription> subscriptions = topic(topic);
        if (message.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw AwsFault.badRequest("InvalidParameter", "Invalid parameter: Message too long");
        }
        for (Subscription subscription : subscriptions) {
            if (matches(message, subscription.filterPolicy())) {
                deliver(message, subscription);
            }
        }
    }

    private void deliver(String message, Subscription to) {
        try {
            queues.send(to.queue(), message);
        } catch (AwsFault refused) {
            if (to.undelivered() != null) {
                queues.send(to.undelivered(), message);
            }
        }
    }

    private List<Subscription> topic(String name) {
        List<Subscription> topic = topics.get(name);
        if (topic == null) {
            throw AwsFault.badRequest("NotFound", "Topic does not exist");
        }
        return topic;
    }

    /** Of what is not JSON a filter on the body lets nothing through. */
    private static boolean matches(String message, @Nullable String policy) {
        try {
            return policy == null || Ruler.matchesRule(message, policy);
        } catch (Exception notJson) {
            return false;
        }
    }

    private static @Nullable String check(String policy) {
        try {
            return RuleCompiler.check(policy);
        } catch (RuntimeException invalid) {
            return invalid.getMessage();
        }
    }
}
