package org.tctf.usermessage.application;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;

/** Port: what has happened to conversations, each change with the number after the one before (ADR 31). */
@SecondaryPort
public interface Journal {

    /**
     * Writes the next change. Who was faster makes the decision be asked again, about the new head; so it reads all it
     * decides on by itself, and has no other effect.
     *
     * @throws org.tctf.kernel.Problem {@code CONVERSATION_NOT_FOUND}, what the decision throws, or {@code
     *     CONCURRENT_MODIFICATION} when others were always faster
     */
    void append(String conversationId, Function<Head, Step> decide);

    /** The heads of those that exist, in no order; at most 100. */
    List<Head> heads(Collection<String> conversationIds);

    /** Changes after the one with this number up to another, both included but the first, at most so many. */
    List<LogEntry> changes(String conversationId, long after, long upTo, int limit);
}
