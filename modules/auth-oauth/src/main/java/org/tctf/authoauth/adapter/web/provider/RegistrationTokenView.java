package org.tctf.authoauth.adapter.web.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.RegistrationLeave;

/**
 * @param token only in the answer that it was made for; nobody can look it up later
 * @param left how many applications may still register by it
 */
record RegistrationTokenView(
        String id, @Nullable String token, String label, List<String> scopes, int left, Instant expiresAt) {

    static RegistrationTokenView of(RegistrationLeave leave, @Nullable String token) {
        return new RegistrationTokenView(leave.id(), token, leave.label(), leave.scopes(), leave.left(), leave.until());
    }

    @Override
    public String toString() {
        return "RegistrationTokenView[" + id + "]";
    }
}
