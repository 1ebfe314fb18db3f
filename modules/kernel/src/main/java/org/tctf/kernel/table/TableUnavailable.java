package org.tctf.kernel.table;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Unavailable;

/** A table cannot be read or written at the moment. */
public class TableUnavailable extends Unavailable {
    private static final long serialVersionUID = 1L;

    public TableUnavailable(String message) {
        super(message);
    }

    public TableUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
