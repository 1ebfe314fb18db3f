package org.tctf.localaws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as a service of AWS answers it: the SDK's client throws the exception of that name. */
public final class AwsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient ObjectNode body;

    /** @param code such as {@code ResourceNotFoundException} */
    public AwsFault(int status, String code, String message) {
        this(
                status,
                code,
                JsonNodeFactory.instance.objectNode().put("__type", code).put("message", message));
    }

    /** @param body with all that this error says besides its message */
    public AwsFault(int status, String code, ObjectNode body) {
        super(body.path("message").asText());
        this.status = status;
        this.code = code;
        this.body = body;
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

    ObjectNode body() {
        return body;
    }

    String code() {
        return code;
    }
}
