package org.tctf.authoauth.application.external;

import java.util.List;
import java.util.Optional;
import org.tctf.authoauth.domain.external.SignInProvider;

/** Port: the providers that are set up. */
public interface SignInProviders {

    /** By id. */
    List<SignInProvider> all();

    Optional<SignInProvider> find(String id);

    /** Sets one up, or replaces it, and says so. */
    void put(SignInProvider provider, String by);

    /** @return false when there is no such provider */
    boolean remove(String id, String by);
}
