package org.tctf.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new service, made in a copy of this checkout, is built there and passes its own tests and every rule. */
class NewServiceTest {
    private static final Set<String> LEFT_OUT = Set.of(".git", "data", "benchmarks", "screenshots", "surefire-reports");

    @TempDir
    Path folder;

    @Test
    void aNewServicePassesEverythingAtOnce() throws IOException, InterruptedException {
        Path checkout = copy(root(), folder.resolve("checkout"));
        // The copy leaves the benchmarks out, for speed.
        Path list = checkout.resolve("pom.xml");
        Files.writeString(list, Files.readString(list).replace("    <module>benchmarks</module>\n", ""));

        assertThat(run(checkout, List.of("./tctf", "new-service", "code-review")))
                .contains("modules/code-review is a service");
        run(
                checkout,
                List.of(
                        "mvn",
                        "-o",
                        "-q",
                        "verify",
                        "-pl",
                        "modules/code-review,architecture-tests",
                        "-am",
                        "-Dtest=CodeReview*,Rules*,EventContracts*,Definitions*,GeneratedDocuments*,ApiDocuments*",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dit.test=CodeReview*",
                        "-Dfailsafe.failIfNoSpecifiedTests=false"));

        assertThat(checkout.resolve("modules/code-review/target/surefire-reports"))
                .isDirectoryContaining("glob:**CodeReviewPlatformTest.txt")
                .isDirectoryContaining("glob:**CodeReviewPlainTest.txt");
        assertThat(checkout.resolve("modules/code-review/target/failsafe-reports"))
                .isDirectoryContaining("glob:**CodeReviewPlatformTest.txt");
        assertThat(checkout.resolve("docs/generated/openapi/code-review.json")).exists();
    }

    @Test
    void aNameThatIsNoNameIsRefused() throws IOException, InterruptedException {
        assertThat(refusal("Code Review")).contains("it looks like code-review");
        assertThat(refusal("onboarding")).contains("there is a service onboarding already");
    }

    private static String refusal(String name) throws IOException, InterruptedException {
        Process process = start(
                root(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "scaffold/target/classes",
                        "org.tctf.scaffold.NewService",
                        name));
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(1);
        return output;
    }

    private static String run(Path checkout, List<String> command) throws IOException, InterruptedException {
        Process process = start(checkout, command);
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
        return output;
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Maven hands its own settings down to what it starts; the copy is a build of its own.
        builder.environment().remove("MAVEN_OPTS");
        return builder.redirectInput(new File("/dev/null")).start();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("tctf")) ? folder : folder.getParent();
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }
}
