package org.tctf.phone;

import java.time.Instant;
import org.tctf.kernel.phone.PhoneMessage;

/**
 * A message that a phone has got.
 *
 * @param number rises with every new message; page on with it
 * @param at when it came first
 * @param deliveries how often it came: more than once when a sender could not know that it had come
 */
public record ReceivedMessage(long number, PhoneMessage message, Instant at, int deliveries) {}
