package org.tctf.activity.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;

/** A member has read a notification, for the first time. */
@DomainEvent
public record NotificationRead(String notificationId, String memberId, Instant readAt) {}
