package org.tctf.onboarding.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member has done a step of their checklist for the first time. */
@DomainEvent
public record OnboardingStepCompleted(String userId, Step step) {}
