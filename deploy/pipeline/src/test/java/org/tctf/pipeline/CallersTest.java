package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallersTest {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data");

    @Test
    void theCommittedCallersAreThoseOfTheReactor() throws IOException {
        Map<String, String> committed = new TreeMap<>();
        for (Path caller : Callers.existing(Checkout.root())) {
            committed.put(caller.getFileName().toString(), Files.readString(caller));
        }
        assertThat(committed)
                .as("callers are stale; write them anew: ./tctf docs")
                .isEqualTo(Callers.of(Reactor.read(Checkout.root())));
    }

    @Test
    void aCallersFilterSaysOfEveryFileHereWhatChangedServicesSays() throws IOException {
        Path root = Checkout.root();
        Reactor reactor = Reactor.read(root);
        ChangedServices changed = new ChangedServices(root);
        List<String> files = files(root);
        assertThat(files).hasSizeGreaterThan(500);
        for (String file : files) {
            Set<String> called = new TreeSet<>();
            for (String service : reactor.services()) {
                if (matches(Callers.paths(reactor, service), file)) {
                    called.add(service.substring("modules/".length()));
                }
            }
            assertThat(called).as(file).isEqualTo(changed.touchedBy(List.of(file)));
        }
    }

    /** As GitHub reads a list of paths: the last pattern that matches decides. */
    private static boolean matches(List<String> patterns, String file) {
        boolean isIn = false;
        for (String pattern : patterns) {
            boolean isNot = pattern.startsWith("!");
            String regex = (isNot ? pattern.substring(1) : pattern)
                    .replace(".", "\\.")
                    .replace("**", "\u0000")
                    .replace("*", "[^/]*")
                    .replace("\u0000", ".*");
            if (file.matches(regex)) {
                isIn = !isNot;
            }
        }
        return isIn;
    }

    private static List<String> files(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
