package org.tctf.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventSchemas;

/**
 * The schemas that lie in the publishers' resources as {@code events/TYPE.vN.json}; each is read and compiled when it
 * is first asked for, and kept. Formats ({@code email}, {@code uuid}, {@code date-time} …) are assertions here, not
 * annotations. Safe for concurrent use.
 */
public final class JsonEventSchemas implements EventSchemas {
    /** The attributes around the data never reach this, so that only large events need to be counted exactly. */
    private static final int ATTRIBUTES = 8 * 1024;

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final JacksonCodec codec = new JacksonCodec();
    private final ObjectMapper mapper = codec.mapper();
    private final Map<String, EventSchema> schemas = new ConcurrentHashMap<>();

    @Override
    public void check(Envelope envelope) {
        String name = name(envelope.type(), envelope.version());
        EventSchema schema = find(envelope.type(), envelope.version())
                .orElseThrow(() -> new IllegalStateException("%s has no schema; add src/main/resources/%s to %s"
                        .formatted(name, envelope.dataschema(), envelope.source())));
        checkSize(name, envelope);
        try {
            schema.check(name, mapper.readTree(envelope.data()));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("%s's data is not JSON".formatted(name), notJson);
        }
    }

    /** The schema itself, for documents and screens; none when nobody on the class path publishes it. */
    public Optional<JsonNode> schema(String type, int version) {
        return find(type, version).map(EventSchema::document);
    }

    /**
     * Which fields are secret ({@code "writeOnly": true}): JSON Pointers (RFC 6901) into the data, {@code *} for each
     * element or key. Empty also when there is no such schema.
     */
    public List<String> secretFields(String type, int version) {
        return find(type, version).map(EventSchema::secretFields).orElse(List.of());
    }

    /** The event's data with every secret field replaced by {@code "•••"}: what logs and screens may show. */
    public JsonNode shown(Envelope envelope) {
        JsonNode data = codec.fromJson(envelope.data(), JsonNode.class);
        find(envelope.type(), envelope.version()).ifPresent(schema -> schema.hideSecrets(data));
        return data;
    }

    private void checkSize(String name, Envelope envelope) {
        if (envelope.data().length() * 3L + ATTRIBUTES <= Envelope.MAX_BYTES) {
            return;
        }
        int bytes = codec.toJson(envelope).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Envelope.MAX_BYTES) {
            throw new IllegalStateException("%s has %d bytes, an event at most %d; publish a reference instead"
                    .formatted(name, bytes, Envelope.MAX_BYTES));
        }
    }

    private Optional<EventSchema> find(String type, int version) {
        // The name comes from screens, too: it must not lead out of the folder.
        return TYPE.matcher(type).matches()
                ? Optional.ofNullable(schemas.computeIfAbsent(Envelope.schemaPath(type, version), this::load))
                : Optional.empty();
    }

    private @Nullable EventSchema load(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader from = loader == null ? JsonEventSchemas.class.getClassLoader() : loader;
        try (InputStream text = from.getResourceAsStream(path)) {
            return text == null ? null : EventSchema.of(mapper.readTree(text));
        } catch (IOException notJson) {
            throw new IllegalStateException("the schema %s is not JSON".formatted(path), notJson);
        }
    }

    private static String name(String type, int version) {
        return type + " v" + version;
    }
}
