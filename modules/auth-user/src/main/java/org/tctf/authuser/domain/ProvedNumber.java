package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.PhoneNumber;

/** A number whose owner has typed the code that went there. */
@ValueObject
public record ProvedNumber(PhoneNumber number, Instant since) {}
