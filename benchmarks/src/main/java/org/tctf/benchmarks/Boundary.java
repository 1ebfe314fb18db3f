package org.tctf.benchmarks;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.event.Envelope;

/**
 * What the honest boundary costs an event in one process: written as JSON, checked against its schema, wrapped in its
 * envelope, and read back as the consumer's own record. The floor is the same without check and envelope.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Boundary {

    /** As user-management raises it. */
    public record UserCreated(
            String userId,
            String email,
            String firstName,
            String lastName,
            String membershipName,
            String plan,
            String tier,
            String country,
            String language) {}

    /** As a consumer reads it. */
    public record NewMember(String userId, String firstName) {}

    private final JacksonCodec codec = new JacksonCodec();
    private final JsonEventSchemas schemas = new JsonEventSchemas();
    private final UserCreated event = new UserCreated(
            "01a1f76b-d14c-72d0-94fd-d9f613e1cbbb",
            "ada@example.org",
            "Ada",
            "Lovelace",
            "ada",
            "INDIVIDUAL",
            "BASIC",
            "GB",
            "en");

    @Benchmark
    public NewMember honestBoundary() {
        Envelope sent = envelope(codec.toJson(event));
        schemas.check(sent);
        Envelope received = codec.fromJson(codec.toJson(sent), Envelope.class);
        return codec.fromJson(received.data(), NewMember.class);
    }

    @Benchmark
    public NewMember floorJsonRoundTrip() {
        return codec.fromJson(codec.toJson(event), NewMember.class);
    }

    private static Envelope envelope(String data) {
        return new Envelope(
                "01a1f76b-d61e-751c-9eb0-9a08cde3a5fe",
                "user-management",
                "USER_CREATED",
                1,
                Instant.EPOCH,
                "01a1f76b-d14c-72d0-94fd-d9f613e1cbbb",
                "events/USER_CREATED.v1.json",
                1,
                "01a1f76b-d61e-751c-9eb0-9a08cde3a5fe",
                null,
                "anonymous",
                null,
                data);
    }

    static void run() throws RunnerException {
        var options = new OptionsBuilder()
                .include(Boundary.class.getName())
                .forks(1)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .build();
        Table table = new Table(System.out, "The honest boundary, per event (≤ 20 µs)", "", "µs");
        for (RunResult result : new Runner(options).run()) {
            table.row(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
    }
}
