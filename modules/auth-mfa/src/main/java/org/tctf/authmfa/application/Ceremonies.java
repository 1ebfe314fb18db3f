package org.tctf.authmfa.application;

import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.Ceremony;

/** Port: what passkeys were asked to sign. A member has one of a kind at a time: the next makes the one before void. */
public interface Ceremonies {

    void begin(Ceremony ceremony);

    /** Ends it; of any number who try at once, one does. */
    boolean end(Ceremony.Kind kind, @Nullable String userId, String challenge);
}
