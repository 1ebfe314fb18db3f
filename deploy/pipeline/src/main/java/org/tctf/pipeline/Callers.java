package org.tctf.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code java Callers.java}: writes one small workflow per service, which calls the pipeline when a push touches the
 * service. Its path filter says the same as {@link ChangedServices} says of the same files.
 */
public final class Callers {
    private static final String FOLDER = ".github/workflows";

    private Callers() {}

    public static void main(String[] none) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Map<String, String> callers = of(Reactor.read(root));
        for (Path stale : existing(root)) {
            if (!callers.containsKey(stale.getFileName().toString())) {
                Files.delete(stale);
            }
        }
        for (Map.Entry<String, String> caller : callers.entrySet()) {
            Files.writeString(root.resolve(FOLDER).resolve(caller.getKey()), caller.getValue());
        }
    }

    /** The callers that are there now. */
    static List<Path> existing(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.filter(file -> file.getFileName().toString().startsWith("service-"))
                    .sorted()
                    .toList();
        }
    }

    /** Texts by file name. */
    static Map<String, String> of(Reactor reactor) {
        Map<String, String> callers = new TreeMap<>();
        for (String folder : reactor.services()) {
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            callers.put("service-" + name + ".yml", """
                    # Written by ./tctf docs from the poms; change deploy/pipeline's Callers, not this.
                    name: NAME
                    on:
                      workflow_dispatch:
                      push:
                        branches: [main]
                        paths: [PATHS]
                    permissions: { contents: read, id-token: write }
                    jobs:
                      NAME:
                        uses: ./.github/workflows/service.yml
                        with: { service: NAME }
                    """.replace("NAME", name)
                    .replace("PATHS", quoted(paths(reactor, folder))));
        }
        return callers;
    }

    /**
     * Patterns of which the last that matches decides (GitHub, "Workflow syntax", paths). All counts but what is known
     * not to matter, so that a file nobody thought of starts too many pipelines rather than none.
     */
    static List<String> paths(Reactor reactor, String service) {
        Set<String> needed = reactor.neededBy(service);
        Set<String> others = new TreeSet<>(reactor.modules());
        others.removeAll(needed);
        List<String> paths = new ArrayList<>(List.of("**"));
        // The services' folder as a whole, so that a new service does not change everybody's filter.
        paths.add("!modules/**");
        others.stream()
                .filter(folder -> !isUnderModules(folder))
                .map(folder -> "!" + folder + "/**")
                .forEach(paths::add);
        needed.stream()
                .filter(Callers::isUnderModules)
                .map(folder -> folder + "/**")
                .forEach(paths::add);
        paths.addAll(List.of("!docs/**", "!**/README.md", "!README.md"));
        return paths;
    }

    private static boolean isUnderModules(String folder) {
        return folder.startsWith("modules/");
    }

    private static String quoted(List<String> paths) {
        return paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", "));
    }
}
