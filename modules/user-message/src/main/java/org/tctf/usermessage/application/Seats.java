package org.tctf.usermessage.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Seat;

/** Port: members' own views of their conversations. */
@SecondaryPort
public interface Seats {

    Optional<Seat> of(String conversationId, String memberId);

    /** All of a conversation. */
    List<Seat> in(String conversationId);

    /** A member's in these conversations, in no order; at most 100. */
    List<Seat> of(Collection<String> conversationIds, String memberId);

    /** Ids of a member's conversations, the newest first. */
    Page<String> conversationsOf(String memberId, int limit, @Nullable String cursor);

    /** Moves further what is further on; says it with the fact and to the devices, if there is anything to say. */
    Optional<Seat> move(String conversationId, String memberId, long read, long delivered, Instant now);
}
