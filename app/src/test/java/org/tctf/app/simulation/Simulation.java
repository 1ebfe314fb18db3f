package org.tctf.app.simulation;

import io.opentelemetry.api.OpenTelemetry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.service.Schedule;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.telemetry.Traces;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.MutableClock;

/**
 * A world with the platform in it. In each step the seed decides what comes next: somebody asks for something, a message
 * leaves its outbox or reaches a consumer, a schedule runs, whatever is under way goes on to its next write, an index
 * catches up, the clock moves, or the process dies. Up to {@value #AT_ONCE} things are under way at once; one of them goes
 * on at a time.
 */
final class Simulation implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final int AT_ONCE = 4;
    private static final int WINDOW = 12;
    private static final int ENOUGH = 20_000;
    private static final int PATIENCE = 50;

    /** A schedule of a service, and when it ran last. */
    private static final class Timetable {
        private final ServiceDefinition service;
        private final Schedule schedule;
        private Instant last;
        private boolean isRunning;

        Timetable(ServiceDefinition service, Schedule schedule, Instant last) {
            this.service = service;
            this.schedule = schedule;
            this.last = last;
        }

        boolean isDue(Instant now) {
            return !isRunning && !last.plus(schedule.every()).isAfter(now);
        }
    }

    private final Chance chance;
    private final Deliverer deliverer;
    private final MutableClock clock = new MutableClock(START);
    private final Trail trail = new Trail();
    private final Turns turns = new Turns();
    private final Traces traces = new Traces(OpenTelemetry.noop(), "tctf");
    private final HttpClient http = HttpClient.newHttpClient();
    private final SecureRandom dice;
    private final Disk disk;
    private final Queues queues;
    private final List<Timetable> timetables = new ArrayList<>();
    private final List<Activity> underWay = new ArrayList<>();
    private final List<Somebody> people = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> mailedWell = new HashMap<>();
    private Faults faults = Faults.NONE;
    private Life life;
    private int lives = 1;
    private int deliveriesMade;

    Simulation(long seed, Path folder, Deliverer deliverer) {
        this.deliverer = deliverer;
        chance = new Chance(seed);
        dice = chance.dice();
        disk = new Disk(folder, clock);
        queues = new Queues(clock);
        for (ServiceDefinition service : queues.services()) {
            queues.hear(service, disk.files().of(service).outbox());
            service.schedules().forEach(schedule -> timetables.add(new Timetable(service, schedule, START)));
        }
        life = new Life(disk, queues, clock, dice, turns);
    }

    // What it is made of.

    Chance chance() {
        return chance;
    }

    MutableClock clock() {
        return clock;
    }

    Trail trail() {
        return trail;
    }

    Disk disk() {
        return disk;
    }

    Queues queues() {
        return queues;
    }

    Life life() {
        return life;
    }

    int lives() {
        return lives;
    }

    int deliveriesMade() {
        return deliveriesMade;
    }

    /** What should not have happened on the way. */
    List<String> complaints() {
        return complaints;
    }

    /**
     * How often each mail was sent by a delivery that noted it, by the mail's id. Two deliveries of one command side by side
     * send two copies, of which one is noted: the moment that no transaction covers, as at a crash.
     */
    Map<String, Integer> mailedWell() {
        return mailedWell;
    }

    void add(Somebody somebody) {
        people.add(somebody);
    }

    Caller anonymous() {
        return Caller.at(http, life.address());
    }

    /** With a token that nobody had to sign in for. */
    Caller as(String memberId, Role... roles) {
        Set<Role> all = roles.length == 0 ? Set.of(Role.MEMBER) : Set.of(roles);
        return anonymous()
                .token(life.bean(BuiltinIdentity.class)
                        .accessTokens()
                        .issue(new Principal(memberId, all, "simulated-session", clock.instant())));
    }

    // What happens.

    void run(int steps, Faults usual) {
        faults = usual;
        for (int step = 0; step < steps; step++) {
            step();
        }
        faults = Faults.NONE;
    }

    /** Nothing goes wrong any more: all that is under way ends, everybody gets their answers, the queues run empty. */
    void rest() {
        for (int step = 0; step < ENOUGH; step++) {
            if (!goesOn()) {
                return;
            }
        }
        complaints.add("it never comes to rest; there are %d messages, the first is %s"
                .formatted(queues.parcels().size(), queues.parcels().getFirst().label()));
    }

    /** Somebody goes on, and all that follows from it happens, until they are where they wanted to be. */
    void quietly(Somebody somebody, BooleanSupplier isThere) {
        for (int i = 0; i < PATIENCE && !isThere.getAsBoolean(); i++) {
            Act act = somebody.unanswered() == null ? somebody.next() : somebody.unanswered();
            if (act != null) {
                ask(somebody, act);
            }
            rest();
        }
    }

    /** Time passes in quiet, and all that is due happens. */
    void pass(Duration time) {
        clock.advance(time);
        trail.note("clock %s", clock.instant());
        disk.names().forEach(disk::catchUp);
        timetables.stream().filter(one -> one.isDue(clock.instant())).toList().forEach(this::runSchedule);
        rest();
    }

    private void step() {
        int die = chance.below(1_000);
        if (die < faults.kill()) {
            kill();
            return;
        }
        int next = chance.below(100);
        if (next < 36) {
            goOn();
        } else if (next < 58) {
            relay();
        } else if (next < 80) {
            deliver();
        } else if (next < 92) {
            ask();
        } else if (next < 96) {
            catchUp();
        } else {
            passTime();
        }
    }

    /** @return whether there was anything left to do */
    private boolean goesOn() {
        if (!underWay.isEmpty()) {
            goOn(underWay.getFirst());
            return true;
        }
        disk.names().forEach(disk::catchUp);
        if (!queues.committed().isEmpty()) {
            leave(queues.committed().getFirst());
            return true;
        }
        List<Parcel> visible = queues.visible();
        if (!visible.isEmpty()) {
            deliver(visible.getFirst());
            return true;
        }
        for (Somebody somebody : people) {
            if (somebody.unanswered() != null) {
                ask(somebody, Objects.requireNonNull(somebody.unanswered()));
                clock.advance(Duration.ofSeconds(20));
                return true;
            }
        }
        return queues.parcels().stream()
                .map(Parcel::visibleAt)
                .min(Instant::compareTo)
                .map(at -> {
                    clock.advance(Duration.between(clock.instant(), at));
                    return true;
                })
                .orElse(false);
    }

    private void goOn() {
        if (!underWay.isEmpty()) {
            goOn(chance.one(underWay));
        }
    }

    private void goOn(Activity activity) {
        turns.letGoOn(activity);
        if (activity.isOver()) {
            underWay.remove(activity);
            activity.conclude();
        } else {
            trail.note("  %s comes to %s", activity.name(), activity.standsBefore());
        }
    }

    private void begin(String name, Runnable work, Runnable whenOver) {
        trail.note(name);
        Activity activity = turns.activity(name, work, whenOver);
        underWay.add(activity);
        goOn(activity);
    }

    private void relay() {
        List<Queues.Committed> committed = queues.committed();
        if (!committed.isEmpty()) {
            leave(committed.get(chance.below(Math.min(WINDOW, committed.size()))));
        }
    }

    private void leave(Queues.Committed one) {
        boolean comesAgain = chance.percent(faults.doubled());
        trail.note(
                "leaves: %s %s%s",
                one.entry().message().envelope().type(),
                one.entry().message().envelope().id(),
                comesAgain ? ", and will again" : "");
        queues.relay(one);
        if (!comesAgain) {
            queues.relayed(one);
        }
    }

    private void deliver() {
        List<Parcel> visible = queues.visible();
        if (!visible.isEmpty() && underWay.size() < AT_ONCE) {
            deliver(chance.one(visible));
        }
    }

    private void deliver(Parcel parcel) {
        parcel.hide(clock.instant());
        if (chance.percent(faults.lostDelivery())) {
            trail.note("lost: %s", parcel.label());
            return;
        }
        if (deliverer.forgetsFirst()) {
            queues.delete(parcel);
        }
        Life mine = life;
        AtomicReference<Delivered> end = new AtomicReference<>();
        AtomicReference<@Nullable Activity> self = new AtomicReference<>();
        begin(
                "deliver " + parcel.label(),
                () -> {
                    self.set(turns.onTurn());
                    try {
                        end.set(new Delivered.Well(deliverer.deliver(mine, parcel)));
                    } catch (RuntimeException | Error failed) {
                        end.set(new Delivered.Badly(failed));
                    }
                },
                () -> concluded(mine, parcel, end.get(), Objects.requireNonNull(self.get())));
    }

    private void concluded(Life mine, Parcel parcel, Delivered end, Activity activity) {
        deliveriesMade++;
        boolean hasChanged = activity.hasCommitted(parcel.service().name());
        // What died on the way to its mark is to be done again, and may have got further than nowhere (ADR 32).
        if (activity.hasMarked() || (hasChanged && end.equals(new Delivered.Well(Outcome.DONE)))) {
            queues.hadEffect(parcel);
        }
        if (mine.writes().isDead()) {
            trail.note("  died: %s", parcel.label());
            return;
        }
        switch (end) {
            case Delivered.Well(var outcome) -> {
                trail.note("  %s: %s", outcome, parcel.label());
                switch (outcome) {
                    case DONE -> {
                        if (hasChanged) {
                            activity.mailed().forEach(id -> mailedWell.merge(id, 1, Integer::sum));
                        }
                        acknowledge(parcel);
                    }
                    case DUPLICATE -> acknowledge(parcel);
                    case UNKNOWN_VERSION -> queues.die(parcel);
                }
            }
            case Delivered.Badly(var why) -> {
                trail.note("  failed: %s, %s", parcel.label(), why.getClass().getSimpleName());
                if (parcel.failed() >= parcel.subscription().maxReceives()) {
                    complaints.add("%s is a dead letter: %s".formatted(parcel.label(), why));
                    queues.die(parcel);
                } else {
                    parcel.visibleAgain(clock.instant().plusSeconds(chance.between(0, 60)));
                }
            }
        }
    }

    private void acknowledge(Parcel parcel) {
        queues.done(parcel);
        if (!chance.percent(faults.lostAnswer())) {
            queues.delete(parcel);
        }
    }

    private void ask() {
        if (underWay.size() >= AT_ONCE) {
            return;
        }
        Somebody somebody = chance.one(people);
        if (somebody.isBusy()) {
            return;
        }
        Act act = somebody.unanswered();
        if (act == null) {
            act = somebody.next();
        }
        if (act != null) {
            ask(somebody, act);
        }
    }

    private void ask(Somebody somebody, Act act) {
        Life mine = life;
        Caller caller = anonymous();
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        somebody.asks(act);
        begin(
                "%s: %s".formatted(somebody.name(), act.name()),
                () -> {
                    try {
                        answer.set(act.ask().apply(caller));
                    } catch (RuntimeException none) {
                        // The process has died, or the connection: the conclusion sees that there is no answer.
                    }
                },
                () -> concluded(mine, somebody, act, answer.get()));
    }

    private void concluded(Life mine, Somebody somebody, Act act, @Nullable Answer answer) {
        if (mine.writes().isDead() || answer == null) {
            trail.note("  no answer: %s, %s", somebody.name(), act.name());
            if (!mine.writes().isDead()) {
                complaints.add("%s got no answer from a living process: %s".formatted(somebody.name(), act.name()));
            }
            somebody.getsNoAnswer();
            return;
        }
        trail.note("  %d: %s, %s", answer.status(), somebody.name(), act.name());
        if (answer.status() >= 500 && answer.status() != 503) {
            complaints.add("%s: %s was answered %s".formatted(somebody.name(), act.name(), answer));
        }
        somebody.getsAnswer(answer);
    }

    private void catchUp() {
        disk.catchUp(chance.one(disk.names()));
    }

    private void passTime() {
        List<Timetable> due =
                timetables.stream().filter(one -> one.isDue(clock.instant())).toList();
        if (!due.isEmpty() && underWay.size() < AT_ONCE && chance.percent(60)) {
            runSchedule(chance.one(due));
            return;
        }
        clock.advance(time());
        trail.note("clock %s", clock.instant());
    }

    private Duration time() {
        int die = chance.below(100);
        if (die < 5) {
            return Duration.ofMillis(-chance.between(1, 5_000));
        }
        if (die < 80) {
            return Duration.ofSeconds(chance.between(1, 90));
        }
        if (die < 96) {
            return Duration.ofMinutes(chance.between(1, 20));
        }
        return die < 99 ? Duration.ofHours(chance.between(1, 6)) : Duration.ofDays(chance.between(1, 3));
    }

    private void runSchedule(Timetable one) {
        Life mine = life;
        Instant begun = clock.instant();
        one.isRunning = true;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        begin(
                "schedule %s/%s".formatted(one.service.name(), one.schedule.name()),
                () -> {
                    try {
                        traces.run(
                                one.service.name(),
                                one.schedule.name(),
                                mine.ids().next().toString(),
                                () -> mine.bean(one.schedule.job()).run());
                    } catch (RuntimeException | Error failed) {
                        failure.set(failed);
                    }
                },
                () -> {
                    one.isRunning = false;
                    if (!mine.writes().isDead()) {
                        one.last = begun;
                        Throwable why = failure.get();
                        if (why != null) {
                            trail.note("  failed: %s", why.getClass().getSimpleName());
                            if (faults.equals(Faults.NONE)) {
                                complaints.add("%s/%s fails in quiet: %s"
                                        .formatted(one.service.name(), one.schedule.name(), why));
                            }
                        }
                    }
                });
    }

    private void kill() {
        boolean isAfterAWrite = !underWay.isEmpty() && chance.percent(60);
        trail.note("kill %d", lives);
        if (isAfterAWrite) {
            life.writes().dieAfterNext();
            goOn(chance.one(underWay));
        }
        life.writes().die();
        while (!underWay.isEmpty()) {
            goOn(underWay.getFirst());
        }
        life.close();
        lives++;
        life = new Life(disk, queues, clock, dice, turns);
    }

    @Override
    public void close() {
        life.close();
        http.close();
        disk.close();
    }
}
