package org.tctf.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Subscription;
import software.amazon.event.ruler.Machine;

/**
 * Which queues a fact goes to, decided by EventBridge's own matcher over EventBridge's form of an event ({@code source},
 * {@code detail-type}, {@code detail}), so that a rule means here what it means there.
 *
 * <p>A subscription can only name a type or all types; no rule looks into the detail. The answer therefore depends on
 * source and type alone and is remembered for them: matching takes 6–20 µs, remembering nothing.
 */
final class Routes {
    private record Kind(String source, String type) {}

    private final Codec codec;
    private final Machine rules = new Machine();
    private final Map<String, MessageQueue> queues = new ConcurrentHashMap<>();
    private final Map<Kind, List<MessageQueue>> matched = new ConcurrentHashMap<>();

    Routes(Codec codec) {
        this.codec = codec;
    }

    /** Before the first message. */
    void add(MessageQueue queue) {
        if (queues.putIfAbsent(queue.name(), queue) != null) {
            throw new IllegalStateException(
                    "queue %s is registered twice; register each service once".formatted(queue.name()));
        }
        if (!queue.subscription().isCommand()) {
            try {
                rules.addRule(queue.name(), codec.toJson(pattern(queue.subscription())));
            } catch (IOException invalid) {
                throw new UncheckedIOException("the rule of queue %s is not valid".formatted(queue.name()), invalid);
            }
        }
    }

    /** The queues whose rules match, in no order; none is fine. */
    List<MessageQueue> of(Envelope fact) {
        return matched.computeIfAbsent(new Kind(fact.source(), fact.type()), this::match);
    }

    Optional<MessageQueue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    Collection<MessageQueue> all() {
        return queues.values();
    }

    /** The EventBridge event pattern of a subscription. */
    private static Map<String, Object> pattern(Subscription subscription) {
        return subscription.hearsEverything()
                ? Map.of("detail-type", List.of(Map.of("exists", true)))
                : Map.of("detail-type", subscription.types());
    }

    private List<MessageQueue> match(Kind kind) {
        String event =
                codec.toJson(Map.of("source", kind.source(), "detail-type", kind.type(), "detail", Map.of("any", "")));
        try {
            return rules.rulesForJSONEvent(event).stream().map(queues::get).toList();
        } catch (Exception invalid) {
            throw new IllegalArgumentException("no rule can be matched against " + kind, invalid);
        }
    }
}
