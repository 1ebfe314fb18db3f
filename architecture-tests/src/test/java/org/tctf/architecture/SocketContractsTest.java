package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
import org.tctf.http.SocketSchemas;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.socket.SocketAction;

/** What goes over a service's WebSocket, and the schemas of it, say the same (ADR 29). */
class SocketContractsTest {

    /** A record that goes over a socket, and by which name. */
    record Message(ServiceDefinition service, String name, Class<?> record, boolean isPush) {
        JsonNode schema() {
            return SocketSchemas.document(service, name)
                    .orElseThrow(() -> new AssertionError("add sockets/%s/%s.json".formatted(service.name(), name)));
        }

        @Override
        public String toString() {
            return service.name() + " " + name;
        }
    }

    static Stream<Service> withSocket() {
        return Service.all().stream().filter(service -> service.definition().socket() != null);
    }

    static Stream<Message> messages() {
        return withSocket().map(Service::definition).flatMap(service -> {
            Socket socket = service.requireSocket();
            return Stream.concat(
                    socket.actions().stream()
                            .map(action -> new Message(service, action.name(), action.record(), false)),
                    socket.pushes().stream().map(push -> new Message(service, push.type(), push.record(), true)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void aRecordAndItsSchemaSayTheSame(Message message) {
        Set<String> names = Stream.of(message.record().getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (message.isPush()) {
            names.add("type");
        }
        Set<String> described = new TreeSet<>();
        message.schema().path("properties").fieldNames().forEachRemaining(described::add);

        assertThat(RecordFit.misfits(message.record(), message.schema()))
                .as("%s (ADR 29)", message)
                .isEmpty();
        assertThat(described).as("%s describes just its record", message).isEqualTo(names);
        assertThat(message.schema().path("additionalProperties").asBoolean(true))
                .as("%s allows nothing else", message)
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withSocket")
    void everyActionIsDefinedAndEveryDefinedActionIsThere(Service service) {
        Set<String> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(service.getClass().getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(SocketAction.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> defined = service.definition().requireSocket().actions().stream()
                .map(action -> action.action().getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(defined).isEqualTo(found);
    }

    @Test
    void noSchemaLiesAroundThatGoesOverNoSocket() throws IOException {
        Set<String> expected = messages()
                .map(message -> message.service().name() + "/" + message.name() + ".json")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Repository.root().resolve("modules"))) {
            Set<String> found = files.filter(path -> path.toString().contains("src/main/resources/sockets/"))
                    .filter(Files::isRegularFile)
                    .map(path -> path.getParent().getFileName() + "/" + path.getFileName())
                    .collect(Collectors.toSet());
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void aPathHasOneSocket() {
        assertThat(withSocket()
                        .map(service -> service.definition().requireSocket().path())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
