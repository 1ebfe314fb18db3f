package org.tctf.app.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tctf.contracts.ScratchFolder;

/**
 * What comes of one seed, from the first sign-up to the last erasure.
 *
 * @param trail everything that happened, in order
 * @param broken the invariants that do not hold, each with what shows it
 * @param summary in one line
 */
record Story(long seed, Trail trail, List<String> broken, String summary) {
    private static final int STEPS = Integer.getInteger("tctf.simulation.steps", 1_500);
    private static final int PEOPLE = 8;
    private static final int AT_FIRST = 4;
    private static final int QUIET_ROUNDS = 6;
    private static final Duration MOMENT = Duration.ofMinutes(2);

    static Story of(long seed) {
        return of(seed, Deliverer.RIGHT);
    }

    static Story of(long seed, Deliverer deliverer) {
        Path folder = folder();
        try (ScratchFolder _ = new ScratchFolder(folder);
                Silence _ = new Silence()) {
            return told(seed, folder, deliverer);
        }
    }

    private static Story told(long seed, Path folder, Deliverer deliverer) {
        List<String> broken = new ArrayList<>();
        Trail trail;
        List<Member> gone;
        Path data;
        Instant end;
        String summary;
        try (Simulation simulation = new Simulation(seed, folder, deliverer)) {
            trail = simulation.trail();
            Town town = new Town(simulation, PEOPLE);
            town.welcome(AT_FIRST);
            simulation.run(STEPS, Faults.USUAL);
            simulation.rest();
            simulation.quietly(town.editor(), () -> town.editor().finish() == null);
            for (int round = 0; round < QUIET_ROUNDS; round++) {
                simulation.pass(MOMENT);
            }
            broken.addAll(Invariants.broken(town));
            summary = summary(town);
            gone = Erasure.carriedOut(town);
            broken.addAll(Invariants.ofDeliveries(town));
            data = simulation.disk().data();
            end = simulation.clock().instant();
        }
        Erasure.leftovers(data, gone, end).forEach(left -> broken.add("who is erased is nowhere: " + left));
        return new Story(seed, trail, broken.stream().distinct().toList(), summary);
    }

    /** Says which seed it was, and how to see it again. */
    String complaint() {
        return "seed %d breaks:%n  %s%nreplay it with ./tctf simulate %d%n%s"
                .formatted(seed, String.join("\n  ", broken), seed, summary);
    }

    private static String summary(Town town) {
        Simulation simulation = town.simulation();
        return "%d steps of the trail, %d lives, %d deliveries, %d members, %d chat messages, %d campaigns to %d subscribers"
                .formatted(
                        simulation.trail().length(),
                        simulation.lives(),
                        simulation.deliveriesMade(),
                        Invariants.confirmed(town).size(),
                        town.said().size(),
                        town.editor().scheduled().size(),
                        town.subscribed().size());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tctf-simulation");
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }
}
