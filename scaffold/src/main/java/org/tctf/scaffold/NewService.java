package org.tctf.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code NewService NAME}: copies the template to {@code modules/NAME} and adds the service's line to the two lists. */
public final class NewService {
    private static final String LAST_MODULE = "    <!-- the scaffold adds services above this line -->";

    private final Path root;
    private final ServiceName name;

    private NewService(Path root, ServiceName name) {
        this.root = root;
        this.name = name;
    }

    public static void main(String[] arguments) {
        try {
            if (arguments.length != 1) {
                throw new IllegalArgumentException("say one name, for example code-review");
            }
            new NewService(Path.of("").toAbsolutePath(), new ServiceName(arguments[0])).make();
        } catch (IllegalArgumentException | IOException refused) {
            System.err.println("tctf: " + refused.getMessage());
            System.exit(1);
        }
    }

    private void make() throws IOException {
        Path service = root.resolve("modules").resolve(name.value());
        if (Files.exists(service)) {
            throw new IllegalArgumentException(
                    "there is a service %s already, in %s; choose another name".formatted(name.value(), service));
        }
        Path template = root.resolve("scaffold/src/main/resources/template");
        for (Path file : files(template)) {
            Path target = service.resolve(name.fill(template.relativize(file).toString()));
            Files.createDirectories(target.getParent());
            Files.writeString(target, name.fill(Files.readString(file)));
        }
        add(root.resolve("pom.xml"), "    <module>modules/__name__</module>\n");
        add(
                root.resolve("app/pom.xml"),
                "    <dependency><groupId>org.tctf</groupId><artifactId>__name__</artifactId><version>${project.version}</version></dependency>\n");
        System.out.print(name.fill("""
                modules/__name__ is a service. Next:
                  ./tctf test __name__          its tests
                  ./tctf run                    with it: http://127.0.0.1:8080/console
                  modules/__name__/README.md    what it owns and promises: make it yours
                To take it out again: delete modules/__name__ and its line in pom.xml and in app/pom.xml.
                """));
    }

    private void add(Path list, String line) throws IOException {
        String text = Files.readString(list);
        if (!text.contains(LAST_MODULE)) {
            throw new IllegalArgumentException(
                    "%s has lost its line '%s'; put it back below the services".formatted(list, LAST_MODULE.strip()));
        }
        Files.writeString(list, text.replace(LAST_MODULE, name.fill(line) + LAST_MODULE));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
