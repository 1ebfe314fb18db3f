package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came back. */
record Answer(HttpResponse<byte[]> response) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    @Nullable
    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(text(), notJson);
        }
    }

    String code() {
        return json().path("code").asText();
    }

    /** The code of the error at a pointer, or nothing. */
    String errorAt(String pointer) {
        for (JsonNode error : json().path("errors")) {
            if (error.path("pointer").asText().equals(pointer)) {
                return error.path("code").asText();
            }
        }
        return "";
    }
}
