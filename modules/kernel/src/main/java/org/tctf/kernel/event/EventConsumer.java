package org.tctf.kernel.event;

/**
 * Reacts to one kind of fact, or does one kind of command. It may be called again with the same event, but commits at
 * most once: the first {@link org.tctf.kernel.table.ServiceTable#commit} inside the call also records the event as done.
 *
 * @param <E> this service's own record of the fields it reads; {@link Envelope} to see any fact whole
 */
public interface EventConsumer<E> {

    /** Any exception means: not done, try again later. */
    void on(E event, Envelope envelope);
}
