package org.tctf.mail;

import java.time.Instant;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.mail.Mail;

/**
 * A mail in the mailbox.
 *
 * @param number rises with every new mail; page on with it
 * @param at when it came first
 * @param deliveries how often it came: more than once when a sender could not know that it had come
 * @param fate what has been said of it; at first that it was delivered
 */
public record ReceivedMail(long number, Mail mail, Instant at, int deliveries, Fate fate) {}
