package org.tctf.onboarding.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A new member has a personal workspace. */
@DomainEvent
public record WorkspaceCreated(String userId, String workspaceId, String name) {}
