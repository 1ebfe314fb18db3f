package org.tctf.messagingconsumers.domain.template;

import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/**
 * A mail that is being written. What has been published stays as it was, under a number; a campaign sends a published one.
 *
 * @param published the number of the newest publication; 0 = never published
 */
@AggregateRoot
public record Template(
        @Identity String templateId, String name, Wordings wordings, int published, Instant createdAt, long version) {
    public static final int MAX_NAME = 100;

    /** @throws Problem {@code INVALID_TEMPLATE} */
    public Template {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw Problem.invalid("INVALID_TEMPLATE", "A template's name has 1 to %d characters.".formatted(MAX_NAME))
                    .at("/name");
        }
    }

    public Template edited(String newName, Wordings newWordings) {
        return new Template(templateId, newName, newWordings, published, createdAt, version + 1);
    }

    /** The next number; {@link #publication()} is what lies under it. */
    public Template publish() {
        return new Template(templateId, name, wordings, published + 1, createdAt, version + 1);
    }

    public Publication publication() {
        return new Publication(templateId, published, wordings);
    }

    /** What never changes again. */
    public record Publication(String templateId, int number, Wordings wordings) {}
}
