package org.tctf.localaws;

/** An error as a service of AWS answers it: the SDK's client throws the exception of that name. */
public final class AwsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param code such as {@code ResourceNotFoundException} */
    public AwsFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static AwsFault badRequest(String code, String message) {
        return new AwsFault(400, code, message);
    }

    /** What every service says now and then, and the SDK tries again by itself. */
    public static AwsFault throttled() {
        return badRequest("ThrottlingException", "Rate exceeded");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
