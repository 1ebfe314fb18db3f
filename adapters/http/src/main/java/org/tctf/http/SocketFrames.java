package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Problem;
import org.tctf.kernel.socket.RealtimeGateway;

/**
 * What goes over a socket besides pushes: {@code {"action": …, "ref": …, …}} comes in; {@code answer}, {@code pong} and {@code
 * problem} go out, each with the {@code ref} of the message that it answers.
 */
@Singleton
final class SocketFrames {
    private static final int MAX_NAME = 64;

    /**
     * A message that has been read.
     *
     * @param ref the client's own mark for it, if it gave one
     * @param body the rest
     */
    record Call(String action, @Nullable String ref, ObjectNode body) {
        static final Call UNREAD = new Call("", null, JsonNodeFactory.instance.objectNode());
    }

    private final Problems problems;
    private final ObjectMapper mapper;
    private final Codec codec;

    SocketFrames(Problems problems, ObjectMapper mapper, Codec codec) {
        this.problems = problems;
        this.mapper = mapper;
        this.codec = codec;
    }

    /** @throws Problem when it is too large, not JSON, or names no action */
    Call read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > RealtimeGateway.MAX_MESSAGE) {
            throw tooLarge();
        }
        if (!(StrictJson.parse(bytes) instanceof ObjectNode body)) {
            throw noAction();
        }
        JsonNode action = body.remove("action");
        JsonNode ref = body.remove("ref");
        if (!isName(action) || (ref != null && !isName(ref))) {
            throw noAction();
        }
        return new Call(action.asText(), ref == null ? null : ref.asText(), body);
    }

    String answer(Call call, Object body) {
        return frame("answer", call)
                .put("action", call.action())
                .putRawValue("body", new RawValue(codec.toJson(body)))
                .toString();
    }

    String pong(Call call) {
        return frame("pong", call).toString();
    }

    String refused(Call call, Failure failure, String path, String correlationId) {
        ObjectNode frame = frame("problem", call);
        if (!call.action().isEmpty()) {
            frame.put("action", call.action());
        }
        frame.set("problem", problem(failure, path, correlationId));
        return frame.toString();
    }

    JsonNode problem(Failure failure, String path, String correlationId) {
        return mapper.valueToTree(problems.document(failure, path, correlationId));
    }

    static Problem tooLarge() {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                "MESSAGE_TOO_LARGE",
                "A message is text of at most %d bytes, in frames of at most %d."
                        .formatted(RealtimeGateway.MAX_MESSAGE, RealtimeGateway.MAX_FRAME));
    }

    private static Problem noAction() {
        return Problem.invalid(
                "MALFORMED_MESSAGE",
                "A message is an object with an action, and perhaps a ref: texts of at most %d characters."
                        .formatted(MAX_NAME));
    }

    private static boolean isName(@Nullable JsonNode node) {
        return node != null
                && node.isTextual()
                && !node.textValue().isEmpty()
                && node.textValue().length() <= MAX_NAME;
    }

    private static ObjectNode frame(String type, Call call) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("type", type);
        return call.ref() == null ? frame : frame.put("ref", call.ref());
    }
}
