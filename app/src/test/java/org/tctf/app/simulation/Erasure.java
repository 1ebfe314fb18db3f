package org.tctf.app.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tctf.app.Leftover;

/** Members go, and a month later nothing tells of them but what docs/security/retention.md keeps. */
final class Erasure {
    private static final Duration GRACE = Duration.ofDays(30);
    private static final Duration MOMENT = Duration.ofMinutes(2);
    private static final int ROUNDS = 4;

    private Erasure() {}

    /** Everybody who asked for it goes, and one more; the month passes. */
    static List<Member> carriedOut(Town town) {
        Simulation simulation = town.simulation();
        Invariants.confirmed(town).stream()
                .filter(member -> member.goesAt() == null)
                .findFirst()
                .ifPresent(member -> simulation
                        .as(Objects.requireNonNull(member.userId()))
                        .delete("/v1/users/me")
                        .expect(202));
        List<Member> leaving = Invariants.confirmed(town).stream()
                .filter(member -> simulation
                        .as(Objects.requireNonNull(member.userId()))
                        .get("/v1/users/me")
                        .expect(200)
                        .json()
                        .hasNonNull("deletesAt"))
                .toList();
        simulation.pass(GRACE.plus(MOMENT));
        for (int round = 0; round < ROUNDS; round++) {
            simulation.pass(MOMENT);
        }
        return leaving;
    }

    /** What is left of them on a disk that nobody writes to any more. */
    static List<String> leftovers(Path data, List<Member> gone, Instant now) {
        List<String> theirs =
                gone.stream().flatMap(one -> Stream.of(one.email(), one.name())).toList();
        List<String> ids =
                gone.stream().map(one -> String.valueOf(one.userId())).toList();
        return Stream.concat(
                        Leftover.of(data, theirs).stream().filter(left -> !left.hasExpired(now)),
                        Leftover.of(data, ids).stream().filter(left -> !isKeptById(left, now)))
                .map(left -> "%s is still in %s: %s".formatted(left.needle(), left.file(), left.row()))
                .toList();
    }

    /** The rules of docs/security/retention.md for the id, which leads to nobody any more; ErasureTest has their names. */
    private static boolean isKeptById(Leftover left, Instant now) {
        return left.hasExpired(now)
                || left.says("Erased")
                || left.says("Forgotten")
                || (left.file().contains("activity") && left.says("\"people\""))
                || Stream.of("auth-admin", "analytics", "user-message")
                        .anyMatch(service -> left.file().contains(service));
    }
}
