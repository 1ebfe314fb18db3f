package org.tctf.onboarding.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/** A member's personal workspace: so far an id and the member's name, for services that will put something into it. */
@ValueObject
public record Workspace(String workspaceId, String name) {}
