package org.tctf.onboarding.domain;

import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/** It is time to remind a member of their open steps; each nudge is due once. */
@DomainEvent
public record OnboardingNudgeDue(String userId, Nudge nudge, int daysSinceStart, List<Step> openSteps) {}
