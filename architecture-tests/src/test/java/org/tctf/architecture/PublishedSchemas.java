package org.tctf.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/** Every fact that a service on the class path publishes, with its schema. */
record PublishedSchemas(List<PublishedSchema> all) {

    record PublishedSchema(ServiceDefinition publisher, Publication publication, JsonNode schema) {
        @Override
        public String toString() {
            return "%s v%d of %s".formatted(publication.type(), publication.version(), publisher.name());
        }
    }

    static PublishedSchemas onTheClassPath() {
        return new PublishedSchemas(Service.all().stream()
                .map(Service::definition)
                .flatMap(service -> service.publications().stream()
                        .map(publication -> new PublishedSchema(service, publication, read(publication))))
                .toList());
    }

    List<PublishedSchema> of(String type) {
        return all.stream()
                .filter(schema -> schema.publication().type().equals(type))
                .toList();
    }

    private static JsonNode read(Publication publication) {
        String path = Envelope.schemaPath(publication.type(), publication.version());
        try (InputStream in = PublishedSchemas.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("%s is published without a schema; add src/main/resources/%s (ADR 2)"
                        .formatted(publication.type(), path));
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
