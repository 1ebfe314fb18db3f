package org.tctf.activity.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A member has a notification that they have not looked at in the app, and may be disturbed with.
 *
 * @param language that the title is in
 */
@DomainEvent
public record PushDue(
        String notificationId,
        String memberId,
        String template,
        Category category,
        @Nullable String about,
        String language,
        String title,
        Instant createdAt) {}
