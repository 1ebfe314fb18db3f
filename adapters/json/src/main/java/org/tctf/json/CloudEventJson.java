package org.tctf.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;

/**
 * The envelope as a CloudEvent in structured mode (CloudEvents 1.0.2 §3.1, JSON format §3): our own attributes are
 * extensions, which have lower-case names without separators; {@code data} is embedded as the object that it is.
 * Attributes that we don't know are ignored, as the specification asks of receivers.
 */
final class CloudEventJson {
    private static final String SPEC = "1.0";

    private CloudEventJson() {}

    static final class Writer extends JsonSerializer<Envelope> {
        @Override
        public void serialize(Envelope event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("specversion", SPEC);
            json.writeStringField("id", event.id());
            json.writeStringField("source", event.source());
            json.writeStringField("type", event.type());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("subject", event.subject());
            json.writeStringField("dataschema", event.dataschema());
            json.writeStringField("datacontenttype", "application/json");
            json.writeNumberField("version", event.version());
            json.writeNumberField("aggregateversion", event.aggregateVersion());
            json.writeStringField("correlationid", event.correlationId());
            writeIfThere(json, "causationid", event.causationId());
            json.writeStringField("actor", event.actor());
            writeIfThere(json, "traceparent", event.traceparent());
            json.writeFieldName("data");
            writeData(json, event.data());
            json.writeEndObject();
        }

        private static void writeIfThere(JsonGenerator json, String name, @Nullable String value) throws IOException {
            if (value != null) {
                json.writeStringField(name, value);
            }
        }

        private static void writeData(JsonGenerator json, String data) throws IOException {
            if (!(json instanceof TokenBuffer)) {
                // It is JSON already (the codec made it): copied as it is, not parsed.
                json.writeRawValue(data);
                return;
            }
            try (JsonParser parser = json.getCodec().getFactory().createParser(data)) {
                parser.nextToken();
                json.copyCurrentStructure(parser);
            }
        }
    }

    static final class Reader extends JsonDeserializer<Envelope> {
        @Override
        public Envelope deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return new Reading(json, context).envelope();
        }
    }

    /** One envelope being read. */
    private static final class Reading {
        private final JsonParser json;
        private final DeserializationContext context;
        private @Nullable String specversion;
        private @Nullable String id;
        private @Nullable String source;
        private @Nullable String type;
        private @Nullable String time;
        private @Nullable String subject;
        private @Nullable String dataschema;
        private @Nullable String correlationId;
        private @Nullable String causationId;
        private @Nullable String actor;
        private @Nullable String traceparent;
        private @Nullable String data;
        private int version;
        private long aggregateVersion;

        Reading(JsonParser json, DeserializationContext context) {
            this.json = json;
            this.context = context;
        }

        Envelope envelope() throws IOException {
            if (!json.isExpectedStartObjectToken()) {
                throw misfit("a CloudEvent is a JSON object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                read(name);
            }
            if (!SPEC.equals(specversion)) {
                throw misfit("specversion must be " + SPEC);
            }
            return new Envelope(
                    there("id", id),
                    there("source", source),
                    there("type", type),
                    positive(version),
                    instant(there("time", time)),
                    there("subject", subject),
                    there("dataschema", dataschema),
                    aggregateVersion,
                    there("correlationid", correlationId),
                    causationId,
                    there("actor", actor),
                    traceparent,
                    there("data", data));
        }

        private void read(String name) throws IOException {
            switch (name) {
                case "specversion" -> specversion = json.getValueAsString();
                case "id" -> id = json.getValueAsString();
                case "source" -> source = json.getValueAsString();
                case "type" -> type = json.getValueAsString();
                case "time" -> time = json.getValueAsString();
                case "subject" -> subject = json.getValueAsString();
                case "dataschema" -> dataschema = json.getValueAsString();
                case "version" -> version = json.getValueAsInt();
                case "aggregateversion" -> aggregateVersion = json.getValueAsLong();
                case "correlationid" -> correlationId = json.getValueAsString();
                case "causationid" -> causationId = json.getValueAsString();
                case "actor" -> actor = json.getValueAsString();
                case "traceparent" -> traceparent = json.getValueAsString();
                case "data" -> data = data();
                default -> json.skipChildren();
            }
        }

        private String data() throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw misfit("data must be an object");
            }
            StringWriter text = new StringWriter();
            try (JsonGenerator copy = json.getCodec().getFactory().createGenerator(text)) {
                copy.copyCurrentStructureExact(json);
            }
            return text.toString();
        }

        private Instant instant(String text) throws IOException {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException notAnInstant) {
                throw misfit("time must be an RFC 3339 timestamp in UTC");
            }
        }

        private int positive(int number) throws IOException {
            if (number < 1) {
                throw misfit("version must be 1 or more");
            }
            return number;
        }

        private String there(String name, @Nullable String value) throws IOException {
            if (value == null) {
                throw misfit(name + " is missing");
            }
            return value;
        }

        private IOException misfit(String why) {
            return context.instantiationException(Envelope.class, why);
        }
    }
}
