package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.Preferences;

/** Replaces a member's preferences. */
@Singleton
public class ChangePreferences {
    private final Records<Preferences> preferences;

    public ChangePreferences(Records<Preferences> preferences) {
        this.preferences = preferences;
    }

    /**
     * @param wanted whatever its version
     * @param ifMatch the version that the member has seen, as an entity tag
     * @throws org.tctf.kernel.Problem {@code VERSION_MISMATCH}
     */
    public Preferences change(Preferences wanted, @Nullable String ifMatch) {
        String userId = wanted.userId();
        return preferences.decide(
                userId,
                before ->
                        before.orElseGet(() -> Preferences.usual(userId, null)).replaced(wanted, ifMatch));
    }
}
