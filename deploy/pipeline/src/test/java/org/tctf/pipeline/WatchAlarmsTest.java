package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script against an {@code aws} that answers from files: each question for alarms gets the next answer. */
class WatchAlarmsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void anAwsCommandThatAnswersFromFiles() throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                cd "$(dirname "$0")"
                if [ "$1" = cloudformation ]; then
                  case "$*" in *CompositeAlarm*) cat composites ;; *) cat alarms ;; esac
                  exit
                fi
                echo "$*" >> asked
                n=$(wc -l < asked)
                [ -f "answer$n" ] || n=last
                if grep -q broken "answer$n"; then echo "An error occurred (Throttling)" >&2; exit 254; fi
                cat "answer$n"
                """);
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("alarms"), "tctf-dev-orders-errors\ntctf-dev-orders-latency\n");
        Files.writeString(folder.resolve("composites"), "");
        Files.writeString(folder.resolve("answerlast"), "");
    }

    @Test
    void aQuietDeploymentPasses() throws Exception {
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output())
                .contains("Watching 2 alarms of tctf-dev-orders")
                .endsWith("No alarm\n");
        assertThat(watch.code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("asked")).getFirst())
                .contains("--alarm-names tctf-dev-orders-errors tctf-dev-orders-latency");
    }

    @Test
    void whereOneAlarmStandsForTheUrgentOnesItAloneIsWatched() throws Exception {
        Files.writeString(folder.resolve("composites"), "tctf-dev-orders-unhealthy\n");
        assertThat(watch(0).output()).contains("Watching 1 alarms");
        assertThat(Files.readAllLines(folder.resolve("asked")).getFirst())
                .contains("--alarm-names tctf-dev-orders-unhealthy --");
    }

    @Test
    void anAlarmThatGoesOffFailsIt() throws Exception {
        answer(1, "");
        answer(3, "tctf-dev-orders-latency\ttctf-dev-orders-errors");
        Checkout.Outcome watch = watch(1);
        assertThat(watch.output())
                .contains("ALARM since the deployment:\ntctf-dev-orders-errors\ntctf-dev-orders-latency");
        assertThat(watch.code()).isEqualTo(1);
    }

    @Test
    void anAlarmThatWasOnBeforeMayGoOff() throws Exception {
        answer(1, "tctf-dev-orders-errors");
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output()).contains("On already").contains("tctf-dev-orders-errors");
        assertThat(watch.code()).isZero();
    }

    @Test
    void anAlarmThatWasOnBeforeAndStaysFailsIt() throws Exception {
        Files.writeString(folder.resolve("answerlast"), "tctf-dev-orders-errors\n");
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output()).contains("Still on after the deployment:\ntctf-dev-orders-errors");
        assertThat(watch.code()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsNotTakenForSilence() throws Exception {
        answer(2, "broken");
        Checkout.Outcome watch = watch(1);
        assertThat(watch.output()).contains("Throttling").doesNotContain("No alarm");
        assertThat(watch.code()).isNotZero();
    }

    @Test
    void moreAlarmsThanFitInOneQuestionAreAskedInSeveralAndAFailureOfOneIsSeen() throws Exception {
        Files.writeString(
                folder.resolve("alarms"),
                IntStream.range(0, 150).mapToObj(i -> "alarm" + i).collect(Collectors.joining("\n")));
        answer(3, "broken");
        Checkout.Outcome watch = watch(1);
        assertThat(watch.code()).isNotZero();
        List<String> asked = Files.readAllLines(folder.resolve("asked"));
        assertThat(asked.get(0)).contains("alarm99 ").doesNotContain("alarm100");
        assertThat(asked.get(1)).contains("alarm100 ").contains("alarm149 ");
    }

    @Test
    void aStackWithoutAlarmsIsAFault() throws Exception {
        Files.writeString(folder.resolve("alarms"), "");
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output()).contains("has no alarm");
        assertThat(watch.code()).isEqualTo(1);
    }

    private void answer(int question, String alarms) throws IOException {
        Files.writeString(folder.resolve("answer" + question), alarms + "\n");
    }

    private Checkout.Outcome watch(int minutes) throws IOException, InterruptedException {
        Path script = Checkout.root().resolve(".github/scripts/watch-alarms.sh");
        String path = folder + File.pathSeparator + System.getenv("PATH");
        return Checkout.run(
                folder,
                Map.of("PATH", path),
                List.of("bash", script.toString(), "tctf-dev-orders", Integer.toString(minutes), "0.01"));
    }
}
