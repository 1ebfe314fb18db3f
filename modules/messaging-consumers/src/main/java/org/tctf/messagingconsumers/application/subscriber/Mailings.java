package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import org.tctf.messagingconsumers.domain.campaign.Recipient;

/** Port: what campaigns have sent to a subscriber. */
public interface Mailings {

    /** At most so many. */
    List<Recipient> of(String subscriberId, int limit);

    /** Erases as many as fit into one commit, and has the rest erased after. */
    void forgetSomeOf(String subscriberId);
}
