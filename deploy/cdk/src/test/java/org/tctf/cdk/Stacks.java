package org.tctf.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * All stacks of the stage {@code prod}, written once for all tests of this process. Packages are stand-ins: what is in them
 * is not the stacks' concern.
 */
final class Stacks {
    static final Path CHECKOUT = checkout();
    static final Path FOLDER = Path.of("target/stacks").toAbsolutePath();

    private static final Stacks PROD = write();

    final StageSettings settings;
    final Apis apis;
    final List<Synthesis.Made> made;
    private final Map<String, Template> templates = new TreeMap<>();

    private Stacks(StageSettings settings, Apis apis, List<Synthesis.Made> made) {
        this.settings = settings;
        this.apis = apis;
        this.made = made;
        made.forEach(stack -> templates.put(
                stack.stack(), new Template(Json.tree(text(FOLDER.resolve(stack.stack() + ".template.json"))))));
    }

    static Stacks prod() {
        return PROD;
    }

    static Stream<ServiceDefinition> services() {
        return Service.all().stream().map(Service::definition);
    }

    Template of(ServiceDefinition service) {
        return templates.get(settings.stage().stack(service));
    }

    Template platform() {
        return templates.get(settings.stage().platformStack());
    }

    Map<String, Template> all() {
        return templates;
    }

    static JsonNode written(String file) {
        return Json.tree(text(FOLDER.resolve(file)));
    }

    /** A folder with a small zip for each package, each with other contents. */
    static Artifacts standIns(Path root) throws IOException {
        for (ServiceDefinition service : services().toList()) {
            zip(
                    root.resolve("modules/%s/target/%s-lambda.zip".formatted(service.name(), service.name())),
                    service.name());
        }
        zip(root.resolve("deploy/lambda/target/layer.zip"), "layer");
        return new Artifacts(root);
    }

    private static Stacks write() {
        try {
            StageSettings settings = StageSettings.read(CHECKOUT, "prod");
            Apis apis = Apis.ofAllServices();
            Artifacts artifacts = standIns(Path.of("target/stand-ins").toAbsolutePath());
            return new Stacks(settings, apis, new Synthesis(settings, apis, artifacts).into(FOLDER, Optional.empty()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void zip(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("lib/" + content + ".jar");
            entry.setLastModifiedTime(FileTime.fromMillis(0));
            zip.putNextEntry(entry);
            zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("deploy/cdk/stages/prod.properties"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
