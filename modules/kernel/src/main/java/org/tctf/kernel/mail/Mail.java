package org.tctf.kernel.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * A mail ready to be sent.
 *
 * @param id becomes the Message-ID's left side; the same at every attempt, so that a receiver can drop a second copy
 * @param html absent for a plain-text mail
 * @param headers further headers, such as List-Unsubscribe
 */
public record Mail(
        String id,
        EmailAddress to,
        String subject,
        String text,
        @Nullable String html,
        Map<String, String> headers) {}
