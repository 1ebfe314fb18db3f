package org.tctf.usermessage.application;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.usermessage.domain.Seat;

/** Port: members' devices that are connected at the moment. What they miss they sync when they are back. */
@SecondaryPort
public interface Devices {

    /** What a device is told. */
    sealed interface News {

        /** A conversation's log has one entry more. */
        record Changed(String conversationId, Replayed change) implements News {}

        /** Somebody has read more, or has got more. */
        record Moved(Seat seat) implements News {}

        /** Somebody is writing. Never stored. */
        record Typing(String conversationId, String memberId) implements News {}

        /** Somebody is here, or no longer. Never stored. */
        record Here(String memberId, boolean isOnline) implements News {}
    }

    /** Tells all devices of these members; the news is made only when there is one. A device may be told twice. */
    void tell(Collection<String> memberIds, Supplier<News> news);

    /** Those of the members who are connected. */
    Set<String> online(Collection<String> memberIds);
}
