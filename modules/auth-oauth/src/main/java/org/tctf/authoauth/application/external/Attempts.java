package org.tctf.authoauth.application.external;

import java.util.Optional;
import org.tctf.authoauth.domain.external.Attempt;

/** Port: who is at a provider. Those whose time is over are not found. */
public interface Attempts {

    /** @param state stands for it in the browser's address bar */
    void keep(String state, Attempt attempt);

    /** Takes one out; of any number at once, one gets it. */
    Optional<Attempt> take(String state);
}
