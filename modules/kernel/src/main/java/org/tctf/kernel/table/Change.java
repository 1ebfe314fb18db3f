package org.tctf.kernel.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one use case does to its table, said in one sentence and committed at once:
 *
 * <pre>{@code
 * table.commit(Change.none().create(Row.of(MEMBER.key(id), member))
 *     .create(Row.of(HANDLE.key(handle), new Handle(id)))
 *     .raise(id, 1, new UserCreated(...)));
 * }</pre>
 *
 * Immutable: each call returns a new one.
 */
public final class Change {

    sealed interface Step {}

    record PutRow(Row row, @Nullable Condition condition) implements Step {}

    record Direct(Write write) implements Step {}

    record Fact(String subject, long aggregateVersion, Object event) implements Step {}

    record Command(Object command, Duration delay) implements Step {}

    private static final Change NOTHING = new Change(List.of());

    private final List<Step> steps;

    private Change(List<Step> steps) {
        this.steps = steps;
    }

    public static Change none() {
        return NOTHING;
    }

    /** Adds a row that must be new. */
    public Change create(Row row) {
        return with(new PutRow(row, Condition.absent()));
    }

    /** Writes a row whatever was there. */
    public Change put(Row row) {
        return with(new PutRow(row, null));
    }

    public Change put(Row row, Condition condition) {
        return with(new PutRow(row, condition));
    }

    /** Writes a row in the place of the one with this {@code version}. */
    public Change replace(Row row, long expectedVersion) {
        return with(new PutRow(row, Condition.version(expectedVersion)));
    }

    /** Adds to a number of an item, creating both when missing; concurrent additions all count. */
    public Change add(Key key, String attribute, long amount) {
        return with(new Direct(new Write.Update(key, Map.of(), Map.of(attribute, BigDecimal.valueOf(amount)), null)));
    }

    /** Any other write. */
    public Change write(Write write) {
        return with(new Direct(write));
    }

    public Change delete(Key key) {
        return with(new Direct(new Write.Delete(key, null)));
    }

    public Change delete(Key key, Condition condition) {
        return with(new Direct(new Write.Delete(key, condition)));
    }

    /** Writes nothing there, but must hold. */
    public Change require(Key key, Condition condition) {
        return with(new Direct(new Write.Check(key, condition)));
    }

    /**
     * Publishes a fact with this change.
     *
     * @param subject the aggregate's id
     * @param aggregateVersion the aggregate's version after this change; consumers order by it
     * @param event one of the records that the service's definition publishes
     */
    public Change raise(Object subject, long aggregateVersion, Object event) {
        return with(new Fact(subject.toString(), aggregateVersion, event));
    }

    /** Publishes what a {@link org.tctf.kernel.Decision} says, in its order, all with the aggregate's new version. */
    public Change raiseAll(Object subject, long aggregateVersion, Collection<?> events) {
        Change change = this;
        for (Object event : events) {
            change = change.raise(subject, aggregateVersion, event);
        }
        return change;
    }

    /** Puts a command into one of the service's own queues with this change. */
    public Change enqueue(Object command) {
        return enqueue(command, Duration.ZERO);
    }

    /** @param delay at most 15 minutes, as in SQS */
    public Change enqueue(Object command, Duration delay) {
        return with(new Command(command, delay));
    }

    /** This change and the other as one. */
    public Change and(Change other) {
        List<Step> more = new ArrayList<>(steps);
        more.addAll(other.steps);
        return new Change(List.copyOf(more));
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    List<Step> steps() {
        return steps;
    }

    private Change with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Change(List.copyOf(more));
    }
}
