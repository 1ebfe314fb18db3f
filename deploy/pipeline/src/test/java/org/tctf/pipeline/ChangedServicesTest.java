package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a repository of its own with real commits: two services, what they need, and what nobody needs. */
class ChangedServicesTest {

    @TempDir
    private Path repository;

    private String base = "";

    @BeforeEach
    void aPlatformOfTwoServices() throws Exception {
        git("init", "-q");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        pom(
                "",
                "platform",
                "<modules>"
                        + List.of(
                                        "modules/kernel",
                                        "modules/service-parent",
                                        "modules/orders",
                                        "modules/order-history",
                                        "adapters/money",
                                        "adapters/post",
                                        "deploy/lambda",
                                        "deploy/cdk",
                                        "benchmarks")
                                .stream()
                                .map("<module>%s</module>"::formatted)
                                .reduce("", String::concat)
                        + "</modules>");
        pom("modules/kernel", "kernel", "");
        pom("modules/service-parent", "service-parent", dependencies("kernel"));
        pom("modules/orders", "orders", parent() + dependencies("money"));
        pom("modules/order-history", "order-history", parent());
        pom("adapters/money", "money", dependencies("kernel"));
        pom("adapters/post", "post", dependencies("kernel"));
        pom("deploy/lambda", "lambda", dependencies("post"));
        pom("deploy/cdk", "cdk", dependencies("orders", "order-history"));
        pom("benchmarks", "benchmarks", dependencies("orders"));
        write("docs/operations.md");
        base = commit();
    }

    @Test
    void aFileOfAServiceTouchesThatServiceOnly() throws Exception {
        write("modules/orders/src/main/java/Order.java");
        assertThat(changed()).containsExactly("orders");
    }

    @Test
    void aServiceIsNotTakenForAnotherWhoseNameBeginsTheSame() throws Exception {
        write("modules/order-history/src/main/java/Entry.java");
        assertThat(changed()).containsExactly("order-history");
    }

    @Test
    void whatOneServiceNeedsTouchesThatServiceOnly() throws Exception {
        write("adapters/money/src/main/java/Rounding.java");
        assertThat(changed()).containsExactly("orders");
    }

    @Test
    void whatAllNeedThroughTheirParentTouchesAll() throws Exception {
        write("modules/kernel/src/main/java/Ids.java");
        assertThat(changed()).containsExactly("order-history", "orders");
    }

    @Test
    void whatIsInTheLayerTouchesAllAlthoughNoServiceNamesIt() throws Exception {
        write("adapters/post/src/main/java/Letter.java");
        assertThat(changed()).containsExactly("order-history", "orders");
    }

    @Test
    void theStacksTouchAllButCarryNoServiceIntoItsNeighbour() throws Exception {
        write("deploy/cdk/src/main/java/Stack.java");
        assertThat(changed()).containsExactly("order-history", "orders");
    }

    @Test
    void whatNobodyNeedsTouchesNone() throws Exception {
        write("benchmarks/src/main/java/Bench.java");
        assertThat(changed()).isEmpty();
    }

    @Test
    void documentationTouchesNone() throws Exception {
        write("docs/adr/0099-tea.md");
        write("README.md");
        write("modules/orders/README.md");
        assertThat(changed()).isEmpty();
    }

    @Test
    void theWorkflowsAndWhatNobodyKnowsTouchAll() throws Exception {
        for (String file : List.of(".github/workflows/ci.yml", "tools/new.py", ".mvn/jvm.config")) {
            write(file);
            assertThat(changed()).as(file).containsExactly("order-history", "orders");
            base = git("rev-parse", "HEAD");
        }
    }

    @Test
    void theRootPomTouchesAll() throws Exception {
        Files.writeString(repository.resolve("pom.xml"), "\n", StandardOpenOption.APPEND);
        assertThat(changed()).containsExactly("order-history", "orders");
    }

    @Test
    void aFileThatMovesTouchesBothItsOldServiceAndItsNew() throws Exception {
        write("modules/orders/Big.java", "the same words\n".repeat(50));
        base = commit();
        Files.move(repository.resolve("modules/orders/Big.java"), repository.resolve("modules/order-history/Big.java"));
        assertThat(changed()).containsExactly("order-history", "orders");
    }

    @Test
    void aFileThatIsDeletedTouchesItsService() throws Exception {
        write("modules/orders/Old.java");
        base = commit();
        Files.delete(repository.resolve("modules/orders/Old.java"));
        assertThat(changed()).containsExactly("orders");
    }

    @Test
    void aNameWithOtherLettersIsStillInItsService() throws Exception {
        write("modules/orders/src/test/resources/Größe mit \"Leerzeichen\".json");
        assertThat(changed()).containsExactly("orders");
    }

    @Test
    void onlyTheBranchsOwnCommitsCountNotWhatMainGotMeanwhile() throws Exception {
        git("checkout", "-q", "-b", "branch");
        write("modules/orders/Mine.java");
        commit();
        git("checkout", "-q", "-");
        write("modules/order-history/Theirs.java");
        base = commit();
        git("checkout", "-q", "branch");
        assertThat(new ChangedServices(repository).since(base)).containsExactly("orders");
    }

    @Test
    void withoutABaseAllCount() throws Exception {
        ChangedServices changed = new ChangedServices(repository);
        for (String none : List.of("", "0".repeat(40), "f".repeat(40))) {
            assertThat(changed.since(none)).as(none).containsExactly("order-history", "orders");
        }
    }

    @Test
    void theAnswerIsAMatrix() {
        assertThat(ChangedServices.json(Set.of())).isEqualTo("[]");
        assertThat(ChangedServices.json(new TreeSet<>(Set.of("b", "a")))).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void itRunsFromItsSourcesBeforeAnythingIsBuilt() throws Exception {
        write("modules/orders/New.java");
        commit();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String source = Checkout.root()
                .resolve("deploy/pipeline/src/main/java/org/tctf/pipeline/ChangedServices.java")
                .toString();
        Checkout.Outcome outcome = Checkout.run(repository, Map.of(), List.of(java, source, base));
        assertThat(outcome).isEqualTo(new Checkout.Outcome(0, "[\"orders\"]" + System.lineSeparator()));
    }

    private Set<String> changed() throws IOException, InterruptedException {
        commit();
        return new ChangedServices(repository).since(base);
    }

    private void write(String file) throws IOException {
        write(file, file);
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void pom(String folder, String name, String content) throws IOException {
        write(
                Path.of(folder, "pom.xml").toString(),
                "<project>%s<artifactId>%s</artifactId></project>".formatted(content, name));
    }

    private static String parent() {
        return "<parent><groupId>org.tctf</groupId><artifactId>service-parent</artifactId></parent>";
    }

    private static String dependencies(String... names) {
        StringBuilder xml = new StringBuilder("<dependencies>");
        for (String name : names) {
            xml.append(
                    "<dependency><groupId>org.tctf</groupId><artifactId>%s</artifactId></dependency>".formatted(name));
        }
        return xml.append("</dependencies>").toString();
    }

    private String commit() throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "change");
        return git("rev-parse", "HEAD");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Checkout.Outcome outcome = Checkout.run(repository, Map.of(), command);
        assertThat(outcome.code()).as("%s: %s", command, outcome.output()).isZero();
        return outcome.output().strip();
    }
}
