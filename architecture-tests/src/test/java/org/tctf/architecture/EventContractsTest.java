package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.architecture.PublishedSchemas.PublishedSchema;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.export.DataExportPrepared;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.Subscription;

/** What publishers promise and what consumers read fit together: each consumer's record, each published version (ADR 2). */
class EventContractsTest {
    private static final PublishedSchemas PUBLISHED = PublishedSchemas.onTheClassPath();

    record Reading(Subscription subscription, PublishedSchema published, Class<?> record) {
        @Override
        public String toString() {
            return subscription.queue() + " reads " + published;
        }
    }

    static Stream<Reading> readings() {
        return subscriptions()
                .flatMap(subscription -> subscription.types().stream()
                        .flatMap(type -> PUBLISHED.of(type).stream())
                        .flatMap(published -> subscription
                                .recordFor(published.publication().version())
                                .stream()
                                .map(record -> new Reading(subscription, published, record))));
    }

    static Stream<PublishedSchema> published() {
        return PUBLISHED.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void aConsumersRecordCanReadWhateverTheSchemaAllows(Reading reading) {
        assertThat(RecordFit.misfits(reading.record(), reading.published().schema()))
                .as("%s (ADR 2)", reading)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void aPublishersRecordAndItsSchemaSayTheSame(PublishedSchema published) {
        Class<?> event = published.publication().event();
        JsonNode schema = published.schema();

        assertThat(RecordFit.misfits(event, schema)).as("%s (ADR 2)", published).isEmpty();
        Set<String> components = Stream.of(event.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        assertThat(names(schema.path("properties")))
                .as("%s describes just its record's components", published)
                .isEqualTo(components);
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("%s allows nothing else", published)
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void aSecretInAFactIsEncryptedAndMarked(PublishedSchema published) {
        for (var component : published.publication().event().getRecordComponents()) {
            boolean marked = published
                    .schema()
                    .at("/properties/" + component.getName() + "/writeOnly")
                    .asBoolean();
            assertThat(marked)
                    .as("%s: %s is Encrypted exactly when its schema says writeOnly", published, component.getName())
                    .isEqualTo(component.getType() == Encrypted.class);
            assertThat(component.getName())
                    .as("%s: a secret travels as Encrypted", published)
                    .matches(name -> component.getType() == Encrypted.class
                            || !name.matches("(?i).*(password|secret|code|token)"));
        }
    }

    @Test
    void aTypeHasOnePublisher() {
        // The kernel's own fact is every service's answer to one question.
        Set<String> owners = PUBLISHED.all().stream()
                .filter(published -> published.publication().event() != DataExportPrepared.class)
                .map(published -> published.publication().type() + " "
                        + published.publisher().name())
                .collect(Collectors.toSet());
        Set<String> types = PUBLISHED.all().stream()
                .filter(published -> published.publication().event() != DataExportPrepared.class)
                .map(published -> published.publication().type())
                .collect(Collectors.toSet());
        assertThat(owners).hasSameSizeAs(types);
    }

    @Test
    void noSchemaLiesAroundThatNobodyPublishes() throws IOException {
        Set<String> expected = PUBLISHED.all().stream()
                .map(published -> "%s.v%d.json"
                        .formatted(
                                published.publication().type(),
                                published.publication().version()))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Repository.root().resolve("modules"))) {
            Set<String> found = files.filter(path -> path.toString().contains("src/main/resources/events/"))
                    .filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void aMisfitIsFound() throws IOException {
        record Reads(String userId, String city, long age, boolean member) {}
        JsonNode schema = new ObjectMapper().readTree("""
                {"type": "object", "required": ["userId", "age"],
                 "properties": {"userId": {"type": "string"}, "city": {"type": "string"}, "age": {"type": "string"}}}
                """);

        assertThat(RecordFit.misfits(Reads.class, schema))
                .containsExactly(
                        "/city may be absent; make the component @Nullable",
                        "/age is \"string\" in the schema, integer in the record",
                        "/member is not in the schema");
    }

    private static Stream<Subscription> subscriptions() {
        return Service.all().stream()
                .flatMap(service -> service.definition().subscriptions().stream())
                .filter(subscription -> !subscription.isCommand());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
