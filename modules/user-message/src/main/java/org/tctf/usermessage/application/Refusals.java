package org.tctf.usermessage.application;

import org.tctf.kernel.Problem;

/** Answers that several use cases give, always in the same words: they must not tell one cause from another. */
public final class Refusals {

    private Refusals() {}

    /** What anybody hears of a conversation that is not theirs, whether it exists or not. */
    public static Problem notFound(String conversationId) {
        return Problem.notFound("CONVERSATION_NOT_FOUND", "You have no conversation %s.".formatted(conversationId));
    }

    /** The same whoever blocks whom: who is blocked shall not know more than that it does not work. */
    public static Problem blocked() {
        return Problem.forbidden("CONVERSATION_BLOCKED", "You and this member cannot write to each other.");
    }
}
