package org.tctf.eventbridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Key;

/**
 * Takes messages from an outbox, as its table's stream tells of them, to the bus, and only then out of the outbox.
 *
 * <h2>What fails, and why that loses nothing</h2>
 *
 * Lambda is told the first record of a batch that failed, and brings it again with all that follow (AWS Lambda Developer
 * Guide, "Configuring partial batch response with DynamoDB and Lambda"). What follows was relayed all the same, so one
 * record does not hold up its batch; that it is relayed again harms nobody, since consumers know what they have done.
 *
 * <p>A record that nobody can read is reported like one that did not leave: after the tries that the stack allows, Lambda
 * names it to the stream's failure destination and goes on behind it. Nothing of it is lost: as long as a message has not
 * left, by whatever reason, it lies in the outbox, where the sweep finds it.
 */
public final class Relay {

    /** A record of the stream. */
    public sealed interface Entry {
        String sequenceNumber();
    }

    /** @param key of its item in the outbox */
    public record Message(String sequenceNumber, Key key, Outgoing message) implements Entry {}

    /** @param why it cannot be read, without values */
    public record Unreadable(String sequenceNumber, String why) implements Entry {}

    /**
     * What became of a batch.
     *
     * @param left these are on the bus, and out of the outbox
     * @param firstFailed sequence number of the record that Lambda has to begin with again; none when all went well
     */
    public record Relayed(List<Message> left, Optional<String> firstFailed) {}

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final EventBus bus;
    private final Consumer<List<Key>> outbox;

    /** @param outbox forgets the messages of these keys; may be told of one more than once */
    public Relay(EventBus bus, Consumer<List<Key>> outbox) {
        this.bus = bus;
        this.outbox = outbox;
    }

    /** @param entries of one shard, in its order */
    public Relayed relay(List<Entry> entries) {
        List<Message> messages = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Message message -> messages.add(message);
                case Unreadable unreadable ->
                    LOG.error(
                            "Record {} of the outbox cannot be read; it stays there: {}",
                            unreadable.sequenceNumber(),
                            unreadable.why());
            }
        }
        List<Message> left = forgotten(published(messages));
        Set<String> relayed = new HashSet<>();
        left.forEach(message -> relayed.add(message.sequenceNumber()));
        return new Relayed(
                left,
                entries.stream()
                        .map(Entry::sequenceNumber)
                        .filter(number -> !relayed.contains(number))
                        .findFirst());
    }

    private List<Message> published(List<Message> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        try {
            bus.publish(messages.stream().map(Message::message).toList());
            return messages;
        } catch (NotPublished some) {
            LOG.warn("{}", some.getMessage());
            return messages.stream()
                    .filter(message -> some.left().contains(message.message()))
                    .toList();
        }
    }

    /** None of them when the outbox keeps them: they are relayed again then. */
    private List<Message> forgotten(List<Message> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        try {
            outbox.accept(messages.stream().map(Message::key).toList());
            return messages;
        } catch (RuntimeException unavailable) {
            LOG.warn("{} messages left, but not the outbox; they are relayed again", messages.size(), unavailable);
            return List.of();
        }
    }
}
