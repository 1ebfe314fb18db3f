package org.tctf.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something that we depend on cannot be reached at the moment: no fault of the caller, nothing was acknowledged, trying
 * again can help. The web pipeline answers 503; a consumer that lets it escape is tried again later. Adapters say in the
 * message what an operator can do.
 */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        this(message, null);
    }

    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
