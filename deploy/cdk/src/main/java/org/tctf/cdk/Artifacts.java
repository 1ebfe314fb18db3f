package org.tctf.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * Where the build leaves what is deployed.
 *
 * @param root the checkout's folder
 */
public record Artifacts(Path root) {

    /** The package of a service. */
    public Path packageOf(ServiceDefinition service) {
        return existing(
                "modules/%s/target/%s-lambda.zip".formatted(service.name(), service.name()),
                "./tctf package " + service.name());
    }

    /** The libraries that all packages need. */
    public Path layer() {
        return existing("deploy/lambda/target/layer.zip", "./tctf package");
    }

    /** The AOT cache of a service's API, where one was made. */
    public Optional<Path> aotCacheOf(ServiceDefinition service) {
        return Optional.of(root.resolve("modules/%s/target/%s-aot.zip".formatted(service.name(), service.name())))
                .filter(Files::isRegularFile);
    }

    private Path existing(String path, String command) {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("%s is not there; '%s' makes it".formatted(file, command));
        }
        return file;
    }
}
