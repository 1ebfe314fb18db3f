package org.tctf.onboarding.domain;

import java.time.Instant;

/**
 * Who starts.
 *
 * @param workspace made for them in case they have none yet
 * @param since when they became a member
 */
public record Newcomer(String memberId, Plan plan, Workspace workspace, Instant since) {}
