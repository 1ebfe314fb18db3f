package org.tctf.authuser.domain;

import java.time.LocalTime;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * When a member is not to be disturbed, by the clock where they live; past midnight when {@code from} is after {@code to}.
 *
 * @param to not quiet any more
 */
@ValueObject
public record QuietHours(LocalTime from, LocalTime to) {}
