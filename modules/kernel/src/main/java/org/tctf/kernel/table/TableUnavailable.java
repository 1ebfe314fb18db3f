package org.tctf.kernel.table;

import org.jspecify.annotations.Nullable;

/**
 * A table cannot be read or written at the moment: no fault of the caller, nothing was acknowledged. The web pipeline
 * answers 503; a consumer that lets it escape is tried again later. Adapters say in the message what an operator can do.
 */
public class TableUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableUnavailable(String message) {
        super(message);
    }

    public TableUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
