package org.tctf.authoauth.domain.provider;

/** A protocol's error, as RFC 6749 and its successors name it: the application can act on it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    private Refusal(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    /**
     * @param error {@code invalid_grant}
     * @param description for the developer; ASCII without quotes (RFC 6749 §5.2)
     */
    public static Refusal of(String error, String description) {
        return new Refusal(error, description);
    }

    public static Refusal invalidGrant(String description) {
        return of("invalid_grant", description);
    }

    public static Refusal invalidToken() {
        return of("invalid_token", "The access token is unknown, expired or revoked.");
    }

    public String error() {
        return error;
    }

    public String description() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
