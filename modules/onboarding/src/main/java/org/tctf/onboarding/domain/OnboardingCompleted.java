package org.tctf.onboarding.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member has done all steps of their checklist; it is said once, also to one who had skipped. */
@DomainEvent
public record OnboardingCompleted(String userId) {}
