package org.tctf.pipeline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.DeadLetter;
import org.tctf.pipeline.recovery.DeadLetterQueues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code ./tctf ops dead-letters}. An event's data is not shown: it may hold what is nobody's business. */
@Command(name = "dead-letters", description = "What nobody tries again by itself: look at it, and send it back.")
final class DeadLetterCommands {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--stage", required = true, description = "dev or prod", scope = ScopeType.INHERIT)
    private String stage = "";

    @Command(description = "The queues that have any, and how many.")
    int list() {
        try (SqsClient sqs = SqsClient.create()) {
            Map<String, Integer> counts = queues(sqs).counts();
            counts.forEach((queue, count) -> out().printf("%,7d  %s%n", count, queue));
            if (counts.isEmpty()) {
                out().println("none");
            }
            return 0;
        }
    }

    @Command(description = "Some of a queue's letters, and why they died.")
    int show(
            @Parameters(paramLabel = "QUEUE", description = "onboarding-on-user-created") String queue,
            @Option(names = "--max", defaultValue = "20", description = "how many") int max) {
        try (SqsClient sqs = SqsClient.create()) {
            for (DeadLetter letter : queues(sqs).show(queue, max)) {
                out().printf(
                                "%s  %s  %s after %d tries%n    %s%n",
                                letter.diedAt(),
                                letter.envelope()
                                        .map(event -> "%s v%d, event %s, correlation %s"
                                                .formatted(
                                                        event.type(),
                                                        event.version(),
                                                        event.id(),
                                                        event.correlationId()))
                                        .orElse("no envelope, message " + letter.messageId()),
                                letter.reason(),
                                letter.attempts(),
                                letter.error());
            }
            return 0;
        }
    }

    @Command(description = "Sends all of a queue's letters back into it, with all their tries before them.")
    int redrive(
            @Parameters(paramLabel = "QUEUE", description = "onboarding-on-user-created") String queue,
            @Option(names = "--rate", defaultValue = "10", description = "messages a second, 1 to 500") int rate)
            throws InterruptedException {
        try (SqsClient sqs = SqsClient.create()) {
            out().printf("%d sent back%n", queues(sqs).redrive(queue, rate, PAUSE, out()::println));
            return 0;
        }
    }

    private DeadLetterQueues queues(SqsClient sqs) {
        return new DeadLetterQueues(sqs, new Stage(stage));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
