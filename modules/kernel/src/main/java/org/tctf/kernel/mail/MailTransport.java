package org.tctf.kernel.mail;

/** Port: one way to send mail. Several stand in order; a sender goes to the next when one is not available. */
public interface MailTransport {

    /** As it is shown to people and counted: {@code mailbox}, {@code smtp}, {@code ses}. */
    String name();

    /**
     * Hands the mail over. At least once: when the connection breaks after the last byte, nobody knows, and the sender
     * tries again with the same {@link Mail#id()}.
     *
     * @throws Unavailable when trying again, or elsewhere, can help
     * @throws Rejected when this mail will never be taken
     */
    void send(Mail mail);

    /** The provider did not take it now. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String transport, Throwable cause) {
            super(transport + " did not take the mail: " + cause.getMessage(), cause);
        }
    }

    /** The provider will not take this mail. */
    final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Rejected(String transport, String reason) {
            super(transport + " rejected the mail: " + reason);
        }
    }
}
