package org.tctf.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code java ChangedServices.java BASE}: the services that the commits since a base touch, as a JSON array for a matrix.
 * What a change cannot be told of (a file in no module, a base that is not there) touches all: a service checked in vain
 * costs minutes, one forgotten costs more.
 */
public final class ChangedServices {
    private static final String NO_COMMIT = "0".repeat(40);

    private final Path root;
    private final Reactor reactor;

    ChangedServices(Path root) throws IOException {
        this.root = root;
        this.reactor = Reactor.read(root);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String base = arguments.length == 0 ? "" : arguments[0];
        System.out.println(json(new ChangedServices(Path.of("").toAbsolutePath()).since(base)));
    }

    /**
     * @param base a commit; blank or all zeros (a new branch's {@code before}) for none
     * @return names of services, sorted
     */
    Set<String> since(String base) throws IOException, InterruptedException {
        if (base.isBlank() || base.equals(NO_COMMIT)) {
            return names(reactor.services());
        }
        Optional<List<String>> files = changedFiles(base);
        if (files.isEmpty()) {
            System.err.printf("git knows no way from %s to HEAD (a shallow clone?), so all services count%n", base);
            return names(reactor.services());
        }
        return touchedBy(files.get());
    }

    /** @param files paths from the root, with slashes */
    Set<String> touchedBy(List<String> files) {
        Set<String> touched = new TreeSet<>();
        for (String service : reactor.services()) {
            Set<String> needed = reactor.neededBy(service);
            if (files.stream().anyMatch(file -> touches(file, needed))) {
                touched.add(service);
            }
        }
        return names(touched);
    }

    static boolean isDocumentation(String file) {
        return file.startsWith("docs/") || file.equals("README.md") || file.endsWith("/README.md");
    }

    static String json(Set<String> services) {
        return services.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private boolean touches(String file, Set<String> needed) {
        return !isDocumentation(file)
                && reactor.moduleOf(file).map(needed::contains).orElse(true);
    }

    /** Both names of a file that was moved, and names as they are, whatever letters they have. */
    private Optional<List<String>> changedFiles(String base) throws IOException, InterruptedException {
        List<String> command = List.of("git", "diff", "--name-only", "--no-renames", "-z", base + "...HEAD", "--");
        Process git = new ProcessBuilder(command)
                .directory(new File(root.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            return Optional.empty();
        }
        List<String> files = new ArrayList<>(List.of(output.split("\0", -1)));
        files.remove("");
        return Optional.of(files);
    }

    private static Set<String> names(Set<String> folders) {
        return folders.stream()
                .map(folder -> folder.substring(folder.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
