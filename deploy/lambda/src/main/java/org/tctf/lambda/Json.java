package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Lambda's events as trees. The event classes of AWS's library would cost a cold start the reading of some hundred
 * methods by reflection, for the few fields that are used.
 */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode read(InputStream in) throws IOException {
        return MAPPER.readTree(in);
    }

    static void write(OutputStream out, JsonNode answer) throws IOException {
        MAPPER.writeValue(out, answer);
    }
}
