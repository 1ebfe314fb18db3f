package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.kernel.Decision;

/** Port: what members let applications do. */
public interface Consents {

    Optional<Consent> find(String userId, String clientId);

    /** A member's, in the order of the applications' ids, which is that of their registration. */
    List<Consent> of(String userId);

    /** Reads, decides and commits as one; what is decided on is absent the first time. */
    void decide(String userId, String clientId, Function<Optional<Consent>, Decision<Consent>> decision);

    /** Takes one back, with all that came of it. */
    void revoke(Consent consent);
}
