package org.tctf.kernel.phone;

/** Port: one way to send words to phones. Several stand in order; a sender goes to the next when one is not available. */
public interface PhoneTransport {

    /** As it is shown to people and counted: {@code handset}, {@code end-user-messaging}. */
    String name();

    /**
     * Hands the message over. At least once: when an answer is lost, nobody knows, and the sender tries again with the same
     * {@link PhoneMessage#id()}, which phones do not see. So it is kept for messages that do no harm twice.
     *
     * @throws Unavailable when trying again, or elsewhere, can help
     * @throws Rejected when this message will never be taken
     */
    void send(PhoneMessage message);

    /** The provider did not take it now. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String transport, Throwable cause) {
            super(transport + " did not take the message: " + cause.getMessage(), cause);
        }
    }

    /** The provider will not take this message: the number is no phone, or does not want it. */
    final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Rejected(String transport, String reason) {
            super(transport + " rejected the message: " + reason);
        }
    }
}
