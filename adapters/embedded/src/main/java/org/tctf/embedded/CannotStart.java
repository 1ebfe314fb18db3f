package org.tctf.embedded;

import org.jspecify.annotations.Nullable;

/** The platform cannot start; the message is one sentence for a person, and says what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
