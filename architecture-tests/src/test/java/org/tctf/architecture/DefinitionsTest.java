package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.AccessPattern;

/** What a service's definition says is what is there, and the other way round (rule 1, ADR 1). */
class DefinitionsTest {
    /** By which a service learns that it has to forget somebody. */
    private static final Set<String> ERASURES = Set.of("ACCOUNT_DELETED", "USER_ERASED");

    static Stream<Service> services() {
        return Service.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyConsumerIsDefinedAndEveryDefinedConsumerIsThere(Service service) {
        Set<String> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(service.getClass().getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(EventConsumer.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> defined = service.definition().subscriptions().stream()
                .map(Subscription::consumer)
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(defined).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyAccessPatternThatIsNamedIsDefined(Service service) throws IllegalAccessException {
        List<AccessPattern> named = new ArrayList<>();
        for (Field field : service.getClass().getDeclaredFields()) {
            if (field.getType() == AccessPattern.class) {
                named.add((AccessPattern) field.get(null));
            }
        }

        assertThat(service.definition().accessPatterns()).containsAll(named);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void aServicesNameIsItsFolderAndItsReadmeListsItsAccessPatterns(Service service) throws IOException {
        ServiceDefinition definition = service.definition();
        Path folder = Repository.root().resolve("modules").resolve(definition.name());

        assertThat(folder).isDirectory();
        String readme = Files.readString(folder.resolve("README.md"));
        for (AccessPattern pattern : definition.accessPatterns()) {
            if (Stream.of("INBOX#", "IDEMPOTENCY#", "SOCKET").noneMatch(pattern.pkTemplate()::startsWith)) {
                assertThat(readme)
                        .as("README of %s: access pattern '%s'", definition.name(), pattern.name())
                        .contains("`" + pattern.pkTemplate() + "`");
            }
        }
    }

    @Test
    void everyFolderOfAServiceIsAService() throws IOException {
        Set<String> folders;
        try (Stream<Path> modules = Files.list(Repository.root().resolve("modules"))) {
            folders = modules.map(path -> path.getFileName().toString())
                    .filter(name ->
                            !Set.of("kernel", "identity", "service-parent").contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(services().map(service -> service.definition().name())).containsExactlyElementsOf(folders);
    }

    @Test
    void aReadGrantNamesAPatternThatItsOwnerHas() {
        List<String> unknown = new ArrayList<>();
        services()
                .map(Service::definition)
                .forEach(reader -> reader.reads().forEach(grant -> {
                    boolean known = services()
                            .map(Service::definition)
                            .filter(owner -> owner.name().equals(grant.owner()))
                            .flatMap(owner -> owner.accessPatterns().stream())
                            .anyMatch(pattern -> pattern.name().equals(grant.accessPattern()));
                    if (!known) {
                        unknown.add(
                                "%s reads '%s' of %s".formatted(reader.name(), grant.accessPattern(), grant.owner()));
                    }
                }));

        assertThat(unknown).as("read grants without a pattern (ADR 8)").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void whoForgetsMembersAlsoGivesThemACopyOrSaysWhyNot(Service service) {
        ServiceDefinition definition = service.definition();
        boolean forgets = definition.subscriptions().stream()
                .anyMatch(subscription -> subscription.types().stream().anyMatch(ERASURES::contains));
        boolean exports = Exporters.among(List.of(definition)).names().contains(definition.name());

        assertThat(exports ^ (definition.exportsNothing() != null))
                .as(
                        "%s keeps something of members, since it forgets it: say exports(…), or exportsNothing(why)",
                        service)
                .isEqualTo(forgets || exports);
    }
}
