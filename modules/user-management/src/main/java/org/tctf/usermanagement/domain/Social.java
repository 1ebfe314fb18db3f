package org.tctf.usermanagement.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** A member's pages elsewhere. */
@ValueObject
public record Social(
        @Nullable HttpsUrl website,
        @Nullable HttpsUrl linkedin,
        @Nullable HttpsUrl github,
        @Nullable HttpsUrl x) {

    static final Social NONE = new Social(null, null, null, null);
}
