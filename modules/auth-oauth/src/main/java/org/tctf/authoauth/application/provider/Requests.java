package org.tctf.authoauth.application.provider;

import java.util.Optional;
import org.tctf.authoauth.domain.provider.StoredRequest;

/** Port: requests that wait. Those whose time is over are not found. */
public interface Requests {

    /** @return a secret that stands for it */
    String keep(StoredRequest request);

    Optional<StoredRequest> find(String handle);

    /**
     * Takes one out; of any number at once, one gets it.
     *
     * @return empty when it is gone
     */
    Optional<StoredRequest> take(String handle);
}
