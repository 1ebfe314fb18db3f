package org.tctf.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.blueprint.FunctionKind;
import org.tctf.functionclock.FileClock;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Ids;
import org.tctf.localaws.FunctionProcess;
import org.tctf.onboarding.OnboardingService;
import org.tctf.onboarding.adapter.store.TableOnboardings;
import org.tctf.onboarding.application.StartOnboarding;
import org.tctf.onboarding.domain.Plan;
import org.tctf.testing.LocalCloud;

/**
 * A packaged service in AWS's runtime interface client: how long until it answers first, what it costs after that, beside
 * a bare handler that asks DynamoDB the same. The request is a member's read of a workspace that is not there yet: token,
 * limits, table.
 */
final class Lambda implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLD_STARTS = 7;
    private static final int TRAINING = 100;
    private static final int WARM_UP = 2_000;
    private static final int WARM = Integer.getInteger("tctf.warm", 18_000);
    private static final int PART = 3_000;
    private static final int TURN = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(29);

    /** What the managed runtime has for a function with a snapshot: the optimising compiler too. */
    private static final List<String> DEFAULT =
            List.of("-XX:+UseSerialGC", "-Xmx400m", "--enable-native-access=ALL-UNNAMED");

    private static final String MEMBER = "ada";
    private static final String API = FunctionKind.API.handler();
    private static final String BARE = BareFunction.class.getName() + "::handleRequest";

    private final Path work = Path.of("benchmarks/target/lambda");
    private final LocalCloud cloud;
    private final Map<String, String> environment;
    private final String everything;
    private final String bareOnly;
    private final ObjectNode request;

    private Lambda() throws IOException {
        Files.createDirectories(work);
        System.setProperty("tctf.package", "modules/onboarding/target/onboarding-lambda.zip");
        System.setProperty("tctf.layer", "deploy/lambda/target/layer");
        cloud = LocalCloud.with(OnboardingService.DEFINITION);
        cloud.clock().advance(Duration.between(cloud.clock().instant(), Instant.now()));
        new StartOnboarding(new TableOnboardings(cloud.tables()), Ids.v7(InstantSource.system(), new SecureRandom()))
                .start(MEMBER, "ada_lovelace", Plan.INDIVIDUAL, Instant.now());
        environment = new LinkedHashMap<>(cloud.environment(false));
        // The functions live by the machine's clock: a test's would cost them a file at each look.
        environment.remove(FileClock.VARIABLE);
        String jars = jars(cloud.taskRoot().resolve("lib"));
        everything = FunctionProcess.runtimeClassPath() + File.pathSeparator + jars;
        bareOnly = FunctionProcess.runtimeClassPath()
                + File.pathSeparator
                + bare()
                + File.pathSeparator
                + Stream.of(jars.split(File.pathSeparator))
                        .filter(jar ->
                                jar.contains("-2.40.") || jar.contains("reactive-streams") || jar.contains("slf4j"))
                        .collect(Collectors.joining(File.pathSeparator));
        request = request();
    }

    /** Measures sizes and cold starts, and prints them. */
    static void cold() throws IOException, InterruptedException {
        try (Lambda lambda = new Lambda()) {
            lambda.measureColdStarts();
        }
    }

    /** Measures what an answer costs later on, and prints it. */
    static void warm() throws IOException {
        try (Lambda lambda = new Lambda()) {
            lambda.measureWarm();
        }
    }

    @Override
    public void close() {
        cloud.close();
    }

    private void measureColdStarts() throws IOException, InterruptedException {
        sizes();
        Path bareCache = train("bare", bareOnly, BARE);
        Path cache = train("onboarding", everything, API);
        Path managedCache = train("onboarding-managed", FunctionProcess.runtimeClassPath(), API);
        coldStarts(bareCache, cache, managedCache);
    }

    private void sizes() throws IOException {
        Table table = new Table(System.out, "Lambda packages", "", "KB");
        table.row("onboarding-lambda.zip (≤ 1,000)", kilobytes(Path.of(System.getProperty("tctf.package"))));
        table.row("layer.zip (≤ 60,000)", kilobytes(Path.of("deploy/lambda/target/layer.zip")));
    }

    private void coldStarts(Path bareCache, Path cache, Path managedCache) throws IOException, InterruptedException {
        String managed = FunctionProcess.runtimeClassPath();
        Launch bare = new Launch("bare handler, C1", FunctionProcess.JVM, bareOnly, BARE);
        Launch bareCached = new Launch("bare handler, AOT cache + C1", with(bareCache), bareOnly, BARE);
        Launch standard = new Launch("package, default flags, managed loader", DEFAULT, managed, API);
        List<Launch> launches = List.of(
                bare,
                bareCached,
                standard,
                new Launch("package, C1, managed loader", FunctionProcess.JVM, managed, API),
                new Launch("package, AOT cache + C1, managed loader", with(managedCache), managed, API),
                new Launch("package, AOT cache + C1, one class path", with(cache), everything, API));
        Latencies restored = new Latencies();
        for (int i = 0; i < COLD_STARTS; i++) {
            for (Launch launch : launches) {
                launch.measure();
            }
            restored.add(afterRestore());
        }
        Table table = new Table(
                System.out,
                "Process start to first answer",
                "",
                "median ms",
                "CPU ms",
                "× default flags (≤ 0.3)",
                "× bare with cache (≤ 3)");
        for (Launch launch : launches) {
            row(table, launch.what, launch.wall, launch.cpu.millis(50), standard, bareCached);
        }
        String snapshot = "package, from a primed snapshot (simulated: without the restore itself)";
        row(table, snapshot, restored, Double.NaN, standard, bareCached);
    }

    private static void row(Table table, String what, Latencies wall, double cpu, Launch standard, Launch floor) {
        double millis = wall.millis(50);
        table.row(what, millis, cpu, millis / standard.wall.millis(50), millis / floor.wall.millis(50));
    }

    /** The first answer of a process whose hooks have run; Lambda's own time to restore its memory comes on top. */
    private long afterRestore() throws IOException, InterruptedException {
        cloud.aws()
                .serve(
                        "GET /credentials",
                        event -> JSON.createObjectNode()
                                .put("AccessKeyId", "local")
                                .put("SecretAccessKey", "local")
                                .put("Token", "local")
                                .put(
                                        "Expiration",
                                        Instant.now().plus(Duration.ofHours(1)).toString()));
        Map<String, String> snapshot = new LinkedHashMap<>(environment);
        snapshot.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        snapshot.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", cloud.aws().endpoint() + "/credentials");
        List<String> options = new ArrayList<>(DEFAULT);
        options.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        try (FunctionProcess process = new FunctionProcess(
                options, FunctionProcess.runtimeClassPath(), cloud.taskRoot(), API, snapshot, log("snapshot"))) {
            process.runtime().awaitSnapshot();
            process.runtime().restore();
            long start = System.nanoTime();
            process.invoke(request, PATIENCE);
            return System.nanoTime() - start;
        }
    }

    /** In turns, so that whatever else the machine does hits all alike. */
    private void measureWarm() throws IOException {
        try (Warm bare = new Warm(new Launch("bare handler, C1", FunctionProcess.JVM, bareOnly, BARE));
                Warm ours = new Warm(
                        new Launch("package, C1", FunctionProcess.JVM, FunctionProcess.runtimeClassPath(), API));
                Warm bareOfSnapshot = new Warm(new Launch("bare handler", DEFAULT, bareOnly, BARE));
                Warm oursOfSnapshot =
                        new Warm(new Launch("package", DEFAULT, FunctionProcess.runtimeClassPath(), API))) {
            List<Warm> all = List.of(bare, ours, bareOfSnapshot, oursOfSnapshot);
            for (int done = 0; done < WARM_UP + WARM; done += TURN) {
                for (Warm one : all) {
                    one.turn(done);
                }
            }
            Table table = new Table(
                    System.out,
                    "Warm, one after the other",
                    "",
                    "p50 ms",
                    "p99 ms",
                    "first 3,000: p50",
                    "last 3,000: p50",
                    "CPU ms each",
                    "RSS MB");
            for (Warm one : all) {
                one.row(table);
            }
            System.out.printf(
                    "Over the bare handler at p50: %.2f ms (≤ 1); with C1 only %.2f ms%n",
                    oursOfSnapshot.over(bareOfSnapshot), ours.over(bare));
        }
    }

    /** A running process, and how long its answers have taken. */
    private final class Warm implements AutoCloseable {
        private final String what;
        private final FunctionProcess process;
        private final Latencies all = new Latencies();
        private final Latencies first = new Latencies();
        private final Latencies last = new Latencies();
        private long cpuBefore;

        Warm(Launch launch) {
            what = launch.what;
            process = launch.start();
        }

        void turn(int done) {
            if (done == WARM_UP) {
                cpuBefore = cpu(process);
            }
            for (int i = 0; i < TURN; i++) {
                long start = System.nanoTime();
                process.invoke(request, PATIENCE);
                long took = System.nanoTime() - start;
                if (done >= WARM_UP) {
                    all.add(took);
                }
                if (done >= WARM_UP && done < WARM_UP + PART) {
                    first.add(took);
                }
                if (done >= WARM_UP + WARM - PART) {
                    last.add(took);
                }
            }
        }

        double over(Warm floor) {
            return all.millis(50) - floor.all.millis(50);
        }

        void row(Table table) throws IOException {
            table.row(
                    what,
                    all.millis(50),
                    all.millis(99),
                    first.millis(50),
                    last.millis(50),
                    (cpu(process) - cpuBefore) / 1e6 / WARM,
                    rss(process));
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** The JDK's AOT cache (JEP 483, 514, 515) of a process that has answered some requests. */
    private Path train(String name, String classPath, String handler) throws IOException {
        Path cache = work.resolve(name + ".aot").toAbsolutePath();
        Files.deleteIfExists(cache);
        List<String> options = new ArrayList<>(FunctionProcess.JVM);
        options.add("-XX:AOTCacheOutput=" + cache);
        FunctionProcess process = new Launch(name, options, classPath, handler).start();
        for (int i = 0; i < TRAINING; i++) {
            process.invoke(request, PATIENCE);
        }
        process.end();
        System.out.printf("AOT cache of %s: %d MB%n", name, Files.size(cache) / 1_000_000);
        return cache;
    }

    private static List<String> with(Path cache) {
        List<String> options = new ArrayList<>(FunctionProcess.JVM);
        options.add("-XX:AOTCache=" + cache);
        return options;
    }

    /** A way to start a process, and how long it has taken so far. */
    private final class Launch {
        private final String what;
        private final List<String> options;
        private final String classPath;
        private final String handler;
        private final Latencies wall = new Latencies();
        private final Latencies cpu = new Latencies();

        Launch(String what, List<String> options, String classPath, String handler) {
            this.what = what;
            this.options = options;
            this.classPath = classPath;
            this.handler = handler;
        }

        FunctionProcess start() {
            return new FunctionProcess(options, classPath, cloud.taskRoot(), handler, environment, log("function"));
        }

        void measure() {
            long start = System.nanoTime();
            try (FunctionProcess process = start()) {
                process.invoke(request, PATIENCE);
                wall.add(System.nanoTime() - start);
                cpu.add(cpu(process));
            }
        }
    }

    private ObjectNode request() {
        Principal ada = new Principal(
                MEMBER, Set.of(Role.MEMBER), "session", cloud.clock().instant());
        ObjectNode event = JSON.createObjectNode();
        event.put("httpMethod", "GET").put("path", "/v1/onboarding").put("resource", "/v1/onboarding");
        ObjectNode headers = event.putObject("multiValueHeaders");
        headers.putArray("Authorization").add("Bearer " + cloud.tokens().issue(ada));
        event.withObject("/requestContext/identity").put("sourceIp", "203.0.113.7");
        return event;
    }

    private Path log(String name) {
        return work.resolve(name + ".log");
    }

    private static long cpu(FunctionProcess process) {
        return process.handle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static double rss(FunctionProcess process) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/%d/status".formatted(process.handle().pid())))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    private static double kilobytes(Path file) throws IOException {
        return Files.size(file) / 1000.0;
    }

    private static String bare() {
        return Path.of("benchmarks/target/benchmarks-1.0.0-SNAPSHOT.jar")
                .toAbsolutePath()
                .toString();
    }

    private static String jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
