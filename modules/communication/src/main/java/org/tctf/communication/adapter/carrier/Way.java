package org.tctf.communication.adapter.carrier;

/**
 * One way to send something.
 *
 * @param <M> what is sent
 */
@FunctionalInterface
interface Way<M> {

    /**
     * @throws Refusal when it will never be taken
     * @throws RuntimeException when it was not taken now
     */
    void send(M message);
}
