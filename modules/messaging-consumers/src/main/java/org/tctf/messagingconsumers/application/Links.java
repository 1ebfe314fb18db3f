package org.tctf.messagingconsumers.application;

import java.util.Optional;
import org.tctf.messagingconsumers.domain.link.Link;

/** Port: turns links into tokens that cannot be forged, and back. */
public interface Links {

    /** Fit for an address's query. */
    String seal(Link link);

    /** Nothing for a token that is not ours. */
    Optional<Link> open(String token);
}
