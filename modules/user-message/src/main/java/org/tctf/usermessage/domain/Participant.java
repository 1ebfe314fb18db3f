package org.tctf.usermessage.domain;

import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Somebody's place in a conversation.
 *
 * @param sinceChange the change that brought them in; they see none before it
 * @param afterMessage the last message before they came; they see none up to it
 */
@ValueObject
public record Participant(String memberId, Role role, Instant joinedAt, long sinceChange, long afterMessage) {

    Participant as(Role other) {
        return new Participant(memberId, other, joinedAt, sinceChange, afterMessage);
    }

    /** Whether a change is theirs to see; {@code number} is 0 when it is not about a message. */
    public boolean sees(long change, long number) {
        return change >= sinceChange && (number == 0 || number > afterMessage);
    }
}
