package org.tctf.activity.domain;

import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did while a window was open.
 *
 * @param place where they said it, if it was said in a conversation
 */
@ValueObject
public record Part(
        String personId, Instant joinedAt, @Nullable Place place) {}
