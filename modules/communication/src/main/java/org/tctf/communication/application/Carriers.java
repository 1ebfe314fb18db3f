package org.tctf.communication.application;

import java.util.List;
import org.tctf.communication.domain.Failover;
import org.tctf.kernel.mail.Mail;

/** Port: the mail providers, in the order in which they are asked. */
public interface Carriers {

    /** What became of a mail. */
    sealed interface Outcome {

        /** This provider has it; those were passed over. */
        record Taken(String provider, List<Failover> passedOver) implements Outcome {}

        /** This provider will never take it, so no other is asked. */
        record Refused(String provider, String reason) implements Outcome {}
    }

    /**
     * Hands the mail to the first provider that takes it.
     *
     * @throws NoneAvailable when none did; try again later
     */
    Outcome carry(Mail mail);

    /** No provider took the mail. */
    final class NoneAvailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoneAvailable(String mailId, List<Failover> passedOver) {
            super("No provider took mail %s (%s); it is tried again.".formatted(mailId, passedOver));
        }
    }
}
