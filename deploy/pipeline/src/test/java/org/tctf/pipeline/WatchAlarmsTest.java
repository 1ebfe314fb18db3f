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
    private static final String SINCE = "2026-11-20T10:00:00";
    private static final String BEFORE = "2026-11-20T09:59:59.123000+00:00\t";
    private static final String AFTER = "2026-11-20T10:00:07.123000+00:00\t";

    @TempDir
    private Path folder;

    @BeforeEach
    void anAwsCommandThatAnswersFromFiles() throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                cd "$(dirname "$0")"
                case "$*" in
                  *"'AWS::CloudWatch::CompositeAlarm'"*) cat composite; exit ;;
                  *"'AWS::CloudWatch::Alarm'"*) cat alarms; exit ;;
                  *AlarmRule*) cat rule; exit ;;
                esac
                echo "$*" >> asked
                n=$(wc -l < asked)
                [ -f "answer$n" ] || n=last
                if grep -q broken "answer$n"; then echo "An error occurred (Throttling)" >&2; exit 254; fi
                cat "answer$n"
                """);
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("alarms"), "tctf-dev-orders-api-errors\ntctf-dev-orders-facts-undelivered\n");
        Files.writeString(folder.resolve("composite"), "");
        Files.writeString(folder.resolve("answerlast"), "");
    }

    @Test
    void aQuietDeploymentPasses() throws Exception {
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output())
                .contains("Watching 2 alarms of tctf-dev-orders")
                .endsWith("No alarm\n");
        assertThat(watch.code()).isZero();
        assertThat(asked().getFirst())
                .contains("--alarm-names tctf-dev-orders-api-errors tctf-dev-orders-facts-undelivered --");
    }

    @Test
    void onlyTheUrgentAlarmsAreWatchedWhereTheStackSaysWhichTheseAre() throws Exception {
        Files.writeString(folder.resolve("composite"), "tctf-dev-orders-service-unhealthy\n");
        Files.writeString(folder.resolve("rule"), """
                (ALARM("arn:aws:cloudwatch:eu-central-1:0:alarm:tctf-dev-orders-api-errors") OR \
                ALARM("arn:aws:cloudwatch:eu-central-1:0:alarm:tctf-dev-orders-queue-age"))
                """);
        assertThat(watch(0).code()).isZero();
        assertThat(asked().getFirst())
                .contains("--alarm-names tctf-dev-orders-api-errors tctf-dev-orders-queue-age --");
    }

    @Test
    void anAlarmThatGoesOnFailsIt() throws Exception {
        answer(2, AFTER + "tctf-dev-orders-api-errors");
        Checkout.Outcome watch = watch(1);
        assertThat(watch.output()).contains("ALARM since the deployment:\n" + AFTER + "tctf-dev-orders-api-errors");
        assertThat(watch.code()).isEqualTo(1);
    }

    @Test
    void anAlarmThatWentOnWhileTheDeploymentRanFailsItToo() throws Exception {
        answer(1, AFTER + "tctf-dev-orders-api-errors");
        assertThat(watch(1).code()).isEqualTo(1);
    }

    @Test
    void anAlarmFromBeforeIsNamedAndHidesNoNewOne() throws Exception {
        Files.writeString(folder.resolve("answerlast"), BEFORE + "tctf-dev-orders-facts-undelivered\n");
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output()).contains("on from before:\n" + BEFORE + "tctf-dev-orders-facts-undelivered");
        assertThat(watch.code()).isZero();

        answer(2, BEFORE + "tctf-dev-orders-facts-undelivered\n" + AFTER + "tctf-dev-orders-api-errors");
        assertThat(watch(1).output())
                .endsWith("ALARM since the deployment:\n" + AFTER + "tctf-dev-orders-api-errors\n");
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
        assertThat(watch(1).code()).isNotZero();
        assertThat(asked().get(0)).contains("alarm99 ").doesNotContain("alarm100");
        assertThat(asked().get(1)).contains("alarm100 ").contains("alarm149 ");
    }

    @Test
    void aStackWithoutAlarmsIsAFault() throws Exception {
        Files.writeString(folder.resolve("alarms"), "");
        Checkout.Outcome watch = watch(0);
        assertThat(watch.output()).contains("has no alarm");
        assertThat(watch.code()).isEqualTo(1);
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
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
                List.of("bash", script.toString(), "tctf-dev-orders", SINCE, Integer.toString(minutes), "0.01"));
    }
}
