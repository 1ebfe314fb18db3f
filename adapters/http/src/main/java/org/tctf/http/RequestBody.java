package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, whole.
 *
 * @param bytes as they came
 * @param json what they say, when they are JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed: carried from the wire to the binder
record RequestBody(byte[] bytes, @Nullable JsonNode json) {
    private static final RequestBody NONE = new RequestBody(new byte[0], null);

    static RequestBody none() {
        return NONE;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
