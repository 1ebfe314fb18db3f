package org.tctf.authuser.domain;

import java.util.Map;
import java.util.Set;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A member wants the platform to be otherwise; all that they want now. */
@DomainEvent
public record PreferencesChanged(
        String userId,
        String language,
        Theme theme,
        @Nullable String timeZone,
        @Nullable QuietHours quietHours,
        Map<Topic, Set<Channel>> channels) {}
