package org.tctf.kernel.mail;

/** Port: one way to send mail. Several stand in order; a sender goes to the next when one is not available. */
public interface MailTransport {

    /** As it is shown to people and counted: {@code mailbox}, {@code smtp}, {@code ses}. */
    String name();

    /**
     * Hands the mail over. At least once: when the connection breaks after the last byte, nobody knows, and the sender
     * tries again with the same {@link Mail#id()}.
     *
     * @throws Uncertain when nobody knows whether the provider has it: who may not send a copy must not try again
     * @throws Unavailable when trying again, or elsewhere, can help
     * @throws Rejected when this mail will never be taken
     */
    void send(Mail mail);

    /** The provider did not take it now, as far as one can tell; {@link Uncertain} is where one cannot. */
    class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String transport, Throwable cause) {
            super(transport + " did not take the mail: " + cause.getMessage(), cause);
        }
    }

    /** The connection broke, or the time was over, after the provider could have taken it: it may have. */
    final class Uncertain extends Unavailable {
        private static final long serialVersionUID = 1L;

        public Uncertain(String transport, Throwable cause) {
            super(transport, cause);
        }
    }

    /** The provider will not take this mail. */
    final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean isOfRecipient;

        /** It says nothing of the recipient, as far as one can tell. */
        public Rejected(String transport, String reason) {
            this(transport, reason, false);
        }

        /** @param isOfRecipient whether the provider said that there is no such recipient, or that they take no mail */
        public Rejected(String transport, String reason, boolean isOfRecipient) {
            super(transport + " rejected the mail: " + reason);
            this.isOfRecipient = isOfRecipient;
        }

        /** Whether any other mail to this recipient would be rejected as well. */
        public boolean isOfRecipient() {
            return isOfRecipient;
        }
    }
}
