package org.tctf.app.console.trail;

/**
 * What the trail did not keep since the start.
 *
 * @param sampledOut steps of flows that were left out whole, because there were too many
 * @param dropped steps, spans and lines that found the queue full, or could not be written
 */
public record Losses(long sampledOut, long dropped) {}
