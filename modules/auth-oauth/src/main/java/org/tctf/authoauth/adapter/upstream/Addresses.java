package org.tctf.authoauth.adapter.upstream;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/** Addresses as a provider says them; one that we could not write to is none. */
final class Addresses {
    private Addresses() {}

    static @Nullable EmailAddress of(@Nullable String text) {
        try {
            return text == null ? null : new EmailAddress(text);
        } catch (Problem noAddress) {
            return null;
        }
    }
}
