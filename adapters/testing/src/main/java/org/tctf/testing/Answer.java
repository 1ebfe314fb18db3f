package org.tctf.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a caller got back. */
public record Answer(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("%d answered without JSON: %s".formatted(status(), body()), notJson);
        }
    }

    /** The text at a JSON Pointer; empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** This answer, when it has the status. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected %d, was %d: %s".formatted(status, status(), body()));
        }
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
