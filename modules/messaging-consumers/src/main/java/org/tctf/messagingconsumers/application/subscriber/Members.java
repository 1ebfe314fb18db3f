package org.tctf.messagingconsumers.application.subscriber;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.messagingconsumers.domain.subscriber.Member;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Port: which subscriber a member is. A lost race fails, and the fact is delivered again. */
public interface Members {

    /** Nothing for one who is not known; a forgotten one stays forgotten. */
    Known find(String memberId);

    /** Keeps the member, the subscriber that they are now, and takes away the one that they were, as one. */
    void keep(Member member, @Nullable Renewal now, @Nullable Subscriber former);

    /** Erases all that is kept of the member; of the address only its keyed hash stays, among the suppressed. */
    void forget(String memberId, Optional<String> subscriberId);

    /** A subscriber before and after. */
    record Renewal(Optional<Subscriber> before, Decision<Subscriber> after) {}

    /** What is known of a member. */
    sealed interface Known {

        record Here(Member member) implements Known {}

        record Nobody() implements Known {}

        record Forgotten() implements Known {}
    }
}
