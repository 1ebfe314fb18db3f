package org.tctf.app.console;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.bus.DeadLetter;
import org.tctf.bus.DeadLetters;
import org.tctf.bus.EmbeddedBus;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;

/** The bus's dead letters, with refusals that a person can act on. */
@ConsoleOnly
@Singleton
public final class DeadLetterOffice {
    private final DeadLetters letters;

    DeadLetterOffice(EmbeddedBus bus) {
        this.letters = bus.deadLetters();
    }

    /**
     * The oldest first.
     *
     * @throws Problem {@code INVALID_CURSOR}
     */
    public Page<DeadLetter> list(@Nullable String queue, int limit, @Nullable String cursor) {
        try {
            return letters.list(queue, limit, cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                    .at("/cursor");
        }
    }

    /** @throws Problem {@code DEAD_LETTER_NOT_FOUND}, {@code QUEUE_NOT_FOUND} */
    public void redrive(long id) {
        try {
            if (!letters.redrive(id)) {
                throw gone(id);
            }
        } catch (IllegalStateException noQueue) {
            throw Problem.conflict("QUEUE_NOT_FOUND", "It cannot be redriven: " + noQueue.getMessage() + ".");
        }
    }

    /**
     * All of a queue.
     *
     * @return how many
     * @throws Problem {@code QUEUE_NOT_FOUND}
     */
    public int redriveAll(String queue) {
        try {
            return letters.redriveAll(queue);
        } catch (IllegalStateException noQueue) {
            throw Problem.conflict("QUEUE_NOT_FOUND", "They cannot be redriven: " + noQueue.getMessage() + ".");
        }
    }

    /** @throws Problem {@code DEAD_LETTER_NOT_FOUND} */
    public void discard(long id) {
        if (!letters.discard(id)) {
            throw gone(id);
        }
    }

    private static Problem gone(long id) {
        return Problem.notFound(
                "DEAD_LETTER_NOT_FOUND", "There is no dead letter %d (any more); list them again.".formatted(id));
    }
}
