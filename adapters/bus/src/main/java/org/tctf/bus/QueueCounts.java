package org.tctf.bus;

/**
 * What a queue has done since the bus was started. Each only grows.
 *
 * @param delivered deliveries that had their effect
 * @param duplicates deliveries of what was done before; the inbox absorbed them
 * @param failed deliveries that threw or took too long
 * @param unknownVersions messages parked because the consumer doesn't know their version
 * @param deadLettered messages that nobody tries again by itself, the parked ones included
 */
public record QueueCounts(
        String service,
        String queue,
        long delivered,
        long duplicates,
        long failed,
        long unknownVersions,
        long deadLettered) {}
