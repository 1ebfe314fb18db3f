package org.tctf.app.simulation;

/**
 * How often what can go wrong does.
 *
 * @param kill of a thousand steps: the process dies, and another one starts
 * @param lostAnswer of a hundred deliveries that were done: the queue never hears of it
 * @param lostDelivery of a hundred: whoever received it says nothing any more
 * @param doubled of a hundred messages that leave an outbox: they come twice
 */
record Faults(int kill, int lostAnswer, int lostDelivery, int doubled) {
    static final Faults NONE = new Faults(0, 0, 0, 0);
    static final Faults USUAL = new Faults(8, 5, 3, 6);
}
