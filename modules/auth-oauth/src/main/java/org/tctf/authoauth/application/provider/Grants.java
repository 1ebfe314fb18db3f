package org.tctf.authoauth.application.provider;

import java.time.Instant;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.Grant;

/** Port: what members' agreements came to. */
public interface Grants {

    /**
     * Begins one, and pushes out the oldest where the member has too many with this application.
     *
     * @return the code that stands for it
     */
    String begin(Grant grant, AuthorizationCode code);

    Optional<Grant> find(String userId, String clientId, String grantId);

    /** Nothing that came of it is good any more. Nothing happens when it has ended already. */
    void end(String userId, String clientId, String grantId);

    /** Ends a member's grants of before a moment; what does not fit into one transaction follows by itself. */
    void endAll(String userId, Instant grantedBefore);
}
