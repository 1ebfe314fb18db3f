package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The OpenAPI documents that the compiler made of the controllers, one per module on the class path, in no order. */
final class CompiledDocuments {
    private static final String RESOURCE = "META-INF/swagger/openapi.json";

    private CompiledDocuments() {}

    static List<JsonNode> read() {
        ObjectMapper mapper = JsonMapper.builder().build();
        List<JsonNode> documents = new ArrayList<>();
        try {
            for (URL url :
                    Collections.list(CompiledDocuments.class.getClassLoader().getResources(RESOURCE))) {
                try (InputStream in = url.openStream()) {
                    documents.add(mapper.readTree(in));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
        }
        return List.copyOf(documents);
    }
}
