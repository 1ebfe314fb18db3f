package org.tctf.authoauth.adapter.upstream;

import org.jspecify.annotations.Nullable;

/** Names as a provider says them, which are only proposed to their owner. */
final class Names {
    /** In code points; what is longer is somebody's joke. */
    private static final int LONGEST = 100;

    private Names() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            return null;
        }
        return text.strip();
    }
}
