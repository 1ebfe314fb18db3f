package org.tctf.kernel.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * A mail ready to be sent. What goes into its header cannot start another header line (CWE-93): a mail with a line break
 * there cannot be made.
 *
 * @param id becomes the Message-ID's left side; the same at every attempt, so that a receiver can drop a second copy;
 *     1 to 64 letters, digits and hyphens
 * @param subject one line
 * @param html absent for a plain-text mail
 * @param headers further headers, such as List-Unsubscribe; not those that a transport sets itself
 * @param reportsTo the service that hears what becomes of it ({@link org.tctf.kernel.delivery.DeliveryReport}); absent when none asks
 */
public record Mail(
        String id,
        EmailAddress to,
        String subject,
        String text,
        @Nullable String html,
        Map<String, String> headers,
        @Nullable String reportsTo) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    // RFC 5322 §3.6.8: printable ASCII without the colon.
    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]{1,76}");
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "bcc",
            "cc",
            "content-disposition",
            "content-transfer-encoding",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "reply-to",
            "return-path",
            "sender",
            "subject",
            "to");

    /** @throws IllegalArgumentException when the id or a header is not one */
    public Mail {
        headers = Map.copyOf(headers);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a mail's id is 1 to 64 letters, digits and hyphens, not " + id);
        }
        requireOneLine("Subject", subject);
        headers.forEach((name, value) -> {
            if (!FIELD_NAME.matcher(name).matches() || OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("mail %s: '%s' is not a header to set".formatted(id, name));
            }
            requireOneLine(name, value);
        });
    }

    /** A mail of which nobody hears again. */
    public Mail(
            String id,
            EmailAddress to,
            String subject,
            String text,
            @Nullable String html,
            Map<String, String> headers) {
        this(id, to, subject, text, html, headers, null);
    }

    /** The same mail, of which this service hears again if its definition asks for it. */
    public Mail reportedTo(String service) {
        return new Mail(id, to, subject, text, html, headers, service);
    }

    private static void requireOneLine(String name, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            throw new IllegalArgumentException("header %s has a line break or control character".formatted(name));
        }
    }
}
