package org.tctf.kernel.event;

/** Port: the JSON Schemas (2020-12) of all published facts. */
public interface EventSchemas {

    /**
     * Checks a fact before it goes into an outbox.
     *
     * @throws IllegalStateException when the fact has no schema or does not fit it: a bug of its publisher
     */
    void check(Envelope envelope);
}
