package org.tctf.pipeline.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.event.Inbox;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;

/**
 * Sends what went over the bus in a time again, to the rules of named services only: the others did what they had to.
 * Consumers do an event once however often it comes, as long as their inbox remembers it ({@link Inbox#KEPT}). What is older
 * would be done twice, so it is not sent unless the services are said to be new.
 */
public final class ArchiveReplay {
    private static final Set<ReplayState> UNDER_WAY =
            EnumSet.of(ReplayState.STARTING, ReplayState.RUNNING, ReplayState.CANCELLING);

    private final EventBridgeClient events;
    private final Stage stage;
    private final InstantSource clock;
    private final Duration pause;
    private final Consumer<String> progress;

    /** @param pause between two questions how far it is */
    public ArchiveReplay(
            EventBridgeClient events, Stage stage, InstantSource clock, Duration pause, Consumer<String> progress) {
        this.events = events;
        this.stage = stage;
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * What to send again.
     *
     * @param from inclusive
     * @param to exclusive
     * @param services whose rules get it
     * @param isNewToThem none of the services has seen any of it, so nothing can be done twice
     */
    public record Wanted(Instant from, Instant to, List<String> services, boolean isNewToThem) {}

    /**
     * Starts a replay and waits for its end; a replay goes on when its watcher goes away.
     *
     * @param name of the replay, none that was used in the last 90 days
     * @throws IllegalArgumentException when nothing can come of it
     * @throws IllegalStateException when it ends otherwise than completed
     */
    public void run(String name, Wanted wanted) throws InterruptedException {
        if (wanted.services().isEmpty() || !wanted.from().isBefore(wanted.to())) {
            throw new IllegalArgumentException("name at least one service, and a time that ends after it begins");
        }
        Instant remembered = clock.instant().minus(Inbox.KEPT);
        if (wanted.from().isBefore(remembered) && !wanted.isNewToThem()) {
            throw new IllegalArgumentException(
                    "inboxes remember what was done since %s; what is older would be done twice. Begin later, or say --new-to-them if it is"
                            .formatted(remembered));
        }
        String bus = events.describeEventBus(b -> b.name(stage.bus())).arn();
        String archive =
                events.describeArchive(a -> a.archiveName(stage.archive())).archiveArn();
        List<String> rules = wanted.services().stream()
                .map(service -> events.describeRule(
                                r -> r.eventBusName(stage.bus()).name(stage.rule(service)))
                        .arn())
                .toList();
        events.startReplay(r -> r.replayName(name)
                .eventSourceArn(archive)
                .eventStartTime(wanted.from())
                .eventEndTime(wanted.to())
                .destination(d -> d.arn(bus).filterArns(rules)));
        await(name);
    }

    private void await(String name) throws InterruptedException {
        DescribeReplayResponse replay = events.describeReplay(r -> r.replayName(name));
        while (UNDER_WAY.contains(replay.state())) {
            progress.accept(
                    "%s %s, replayed up to %s".formatted(name, replay.stateAsString(), replay.eventLastReplayedTime()));
            Thread.sleep(pause);
            replay = events.describeReplay(r -> r.replayName(name));
        }
        if (replay.state() != ReplayState.COMPLETED) {
            throw new IllegalStateException(
                    "replay %s ended %s: %s".formatted(name, replay.stateAsString(), replay.stateReason()));
        }
        progress.accept("%s COMPLETED".formatted(name));
    }
}
