package org.tctf.kernel.phone;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.PhoneNumber;

/**
 * Words for a phone, ready to be sent.
 *
 * @param id the same at every attempt; 1 to 64 letters, digits and hyphens
 * @param language that a call is read out in
 * @param text for an SMS at most {@value #SEGMENTS} segments, for a call at most {@value #SPOKEN} characters
 * @param reportsTo the service that hears what becomes of it ({@link org.tctf.kernel.delivery.DeliveryReport}); absent when
 *     none asks
 */
public record PhoneMessage(
        String id,
        Medium medium,
        PhoneNumber to,
        Locale language,
        String text,
        @Nullable String reportsTo) {
    /** What is longer is a mail. */
    public static final int SEGMENTS = 3;

    /** About a minute. */
    public static final int SPOKEN = 600;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws IllegalArgumentException when the id is not one, or the text is too long or says nothing */
    public PhoneMessage {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a message's id is 1 to 64 letters, digits and hyphens, not " + id);
        }
        boolean fits = switch (medium) {
            case SMS -> SmsLength.segments(text) <= SEGMENTS;
            case CALL -> text.length() <= SPOKEN;
        };
        if (text.isBlank() || !fits) {
            throw new IllegalArgumentException("message %s says nothing, or too much for one %s".formatted(id, medium));
        }
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n')) {
            throw new IllegalArgumentException("message %s has a control character".formatted(id));
        }
    }

    /** A message of which nobody hears again. */
    public PhoneMessage(String id, Medium medium, PhoneNumber to, Locale language, String text) {
        this(id, medium, to, language, text, null);
    }

    /** The same message, of which this service hears again if its definition asks for it. */
    public PhoneMessage reportedTo(String service) {
        return new PhoneMessage(id, medium, to, language, text, service);
    }

    /** Without the text: codes are in it. */
    @Override
    public String toString() {
        return "PhoneMessage[%s %s to %s]".formatted(medium, id, to.masked());
    }
}
