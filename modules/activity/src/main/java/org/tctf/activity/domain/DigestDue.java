package org.tctf.activity.domain;

import java.time.Instant;
import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A member has unread notifications that a digest should tell of.
 *
 * @param language that the titles are in
 * @param unread how many there are in all
 * @param items the newest, at most ten
 */
@DomainEvent
public record DigestDue(String digestId, String memberId, String language, long unread, List<Item> items) {

    /** One line. */
    public record Item(String notificationId, Category category, String title, Instant createdAt) {}
}
