package org.tctf.messagingconsumers.application.campaign;

import java.time.Duration;
import java.util.Optional;
import org.tctf.kernel.mail.Mail;

/** Port: the mail providers, in the order in which they are asked, none faster than it may be. */
public interface Carriers {

    /** How long to wait until the first provider may be given another mail; nothing = now, and that one is counted. */
    Optional<Duration> pause();

    /** Hands a mail over, to one provider only. */
    Outcome hand(Mail mail);

    /**
     * Hands over a mail that may come twice.
     *
     * @throws NotTaken when no provider took it
     */
    default void require(Mail mail) {
        switch (hand(mail)) {
            case Outcome.Taken taken -> {}
            case Outcome.Refused refused -> {}
            case Outcome.NotTaken none -> throw new NotTaken(mail.id());
            case Outcome.Unknown unknown -> throw new NotTaken(mail.id());
        }
    }

    /** What became of it. */
    sealed interface Outcome {

        record Taken(String provider) implements Outcome {}

        /** @param isOfRecipient whether there is no such mailbox */
        record Refused(boolean isOfRecipient) implements Outcome {}

        /** Nobody has it, for certain. */
        record NotTaken() implements Outcome {}

        /** Somebody may have it, or not. */
        record Unknown() implements Outcome {}
    }

    /** No provider took the mail. */
    final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String mailId) {
            super("No provider took mail %s; it is tried again.".formatted(mailId));
        }
    }
}
