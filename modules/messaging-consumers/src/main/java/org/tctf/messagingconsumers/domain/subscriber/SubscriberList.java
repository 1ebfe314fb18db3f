package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/**
 * A list that one can be on.
 *
 * @param name as subscribers read it
 * @param isPublic whether everybody sees it and may ask for it; others are filled by staff
 */
@AggregateRoot
public record SubscriberList(
        @Identity String listId, String name, String description, boolean isPublic, Instant createdAt, long version) {
    public static final int MAX_NAME = 100;
    public static final int MAX_DESCRIPTION = 500;

    /** @throws Problem {@code INVALID_LIST} */
    public SubscriberList {
        if (name.isBlank() || name.length() > MAX_NAME || description.length() > MAX_DESCRIPTION) {
            throw Problem.invalid(
                            "INVALID_LIST",
                            "A list has a name of 1 to %d characters and a description of at most %d."
                                    .formatted(MAX_NAME, MAX_DESCRIPTION))
                    .at("/name");
        }
    }

    public SubscriberList edited(String newName, String newDescription, boolean nowPublic) {
        return new SubscriberList(listId, newName, newDescription, nowPublic, createdAt, version + 1);
    }
}
