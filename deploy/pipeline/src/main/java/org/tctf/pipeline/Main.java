package org.tctf.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Stage;
import org.tctf.pipeline.cost.CostModel;
import org.tctf.pipeline.cost.PriceList;
import org.tctf.pipeline.cost.ProvisionedConcurrencyBreakEven;
import org.tctf.pipeline.cost.Workload;
import org.tctf.pipeline.load.LoadTest;
import org.tctf.pipeline.load.Profile;
import org.tctf.pipeline.load.Result;
import org.tctf.pipeline.recovery.ArchiveReplay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** {@code ./tctf ops}: exit code 0 when all is well, 1 when it is not, 2 when the command cannot be understood. */
@Command(
        name = "tctf ops",
        description = "What is done around a running platform. AWS's usual environment variables say which account.",
        subcommands = {CommandLine.HelpCommand.class, DeadLetterCommands.class})
public final class Main {
    private static final String TOKEN = "TCTF_TOKEN";

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("tctf: " + failure.getMessage());
                    return 1;
                });
    }

    @Command(description = "Asks every operation of a deployed API once, changing nothing.")
    int smoke(
            @Option(names = "--url", required = true, description = "address of the API") URI url,
            @Option(names = "--openapi", required = true, description = "its OpenAPI document") Path openApi)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<Smoke.Answer> answers = new Smoke(http, url).ask(openApi);
            answers.forEach(out()::println);
            return answers.isEmpty() || answers.stream().anyMatch(answer -> !answer.isGood()) ? 1 : 0;
        }
    }

    @Command(description = "What a service costs a month, and when provisioned concurrency pays.")
    int cost(
            @Option(names = "--prices", required = true, description = "price list, deploy/pipeline/prices.json")
                    Path file,
            @Option(names = "--requests", required = true, description = "HTTP requests a month") double requests,
            @Option(names = "--memory", defaultValue = "1024", description = "MB of a function") int memory,
            @Option(names = "--duration", defaultValue = "20", description = "billed ms of an invocation") long millis,
            @Option(names = "--events", defaultValue = "0.2", description = "facts a request") double events,
            @Option(names = "--consumers", defaultValue = "3", description = "services a fact goes to")
                    double consumers,
            @Option(names = "--event-bytes", defaultValue = "1500", description = "of a fact") double eventBytes,
            @Option(names = "--writes", defaultValue = "2", description = "write units a request") double writes,
            @Option(names = "--reads", defaultValue = "2", description = "read units a request") double reads,
            @Option(names = "--log-bytes", defaultValue = "600", description = "log of an invocation") double logBytes,
            @Option(names = "--queues", defaultValue = "2", description = "queues that it polls") int queues,
            @Option(names = "--alarms", defaultValue = "30", description = "alarm metrics") int alarms)
            throws IOException {
        PriceList prices = PriceList.read(file);
        Duration duration = Duration.ofMillis(millis);
        List<CostModel.Line> bill = new CostModel(prices)
                .monthly(new Workload(
                        requests,
                        memory,
                        duration,
                        events,
                        consumers,
                        eventBytes,
                        writes,
                        reads,
                        logBytes,
                        queues,
                        alarms));
        PrintWriter out = out();
        out.printf(
                "%s: %s%n%n| | quantity | unit | USD a month |%n|---|---|---|---|%n", prices.region(), prices.note());
        bill.forEach(line -> out.printf(
                Locale.ROOT, "| %s | %,.0f | %s | %,.2f |%n", line.what(), line.quantity(), line.unit(), line.usd()));
        out.printf(Locale.ROOT, "| **all** | | | **%,.2f** |%n%n", CostModel.total(bill));
        ProvisionedConcurrencyBreakEven breakEven = ProvisionedConcurrencyBreakEven.of(prices);
        out.printf(
                Locale.ROOT,
                "Provisioned concurrency pays from %.0f %% utilisation: %.1f requests a second, steadily, for each environment.%n",
                100 * breakEven.utilisation(),
                breakEven.requestsPerSecond(duration));
        return 0;
    }

    @Command(description = "A constant rate of requests, whatever becomes of them; fails when a threshold is broken.")
    int load(
            @Option(names = "--url", required = true, description = "address that the paths are added to") URI url,
            @Option(
                            names = "--request",
                            required = true,
                            description = "'GET /v1/members' or 'POST /path body.json'; several are sent in turn")
                    List<String> requests,
            @Option(names = "--rate", defaultValue = "1000", description = "requests a second") int rate,
            @Option(names = "--seconds", defaultValue = "300", description = "how long") int seconds,
            @Option(names = "--ramp", defaultValue = "10", description = "seconds before, in which the rate rises")
                    int ramp,
            @Option(names = "--p99", defaultValue = "500", description = "ms that 99 %% of the answers may take")
                    long p99Millis,
            @Option(names = "--failed", defaultValue = "0.001", description = "share that may fail, 0 to 1")
                    double failed)
            throws IOException {
        List<HttpRequest> toSend = new ArrayList<>();
        for (String request : requests) {
            toSend.add(request(url, request));
        }
        Profile profile = new Profile(
                rate,
                Duration.ofSeconds(ramp),
                Duration.ofSeconds(seconds),
                Profile.STANDARD.timeout(),
                Profile.STANDARD.atMostUnderWay());
        PrintWriter out = out();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(profile.timeout())
                .build()) {
            Result result = new LoadTest(http, toSend, profile, line -> {
                        out.println(line);
                        out.flush();
                    })
                    .run();
            out.printf("%n%s%n", result.table());
            List<String> broken = result.broken(Duration.ofMillis(p99Millis), failed);
            broken.forEach(sentence -> out.println("FAIL " + sentence));
            return broken.isEmpty() ? 0 : 1;
        }
    }

    @Command(description = "Sends what went over the bus in a time again, to some services, and waits for its end.")
    int replay(
            @Option(names = "--stage", required = true, description = "dev or prod") String stage,
            @Option(names = "--from", required = true, description = "2026-11-20T10:00:00Z") Instant from,
            @Option(names = "--to", required = true, description = "exclusive") Instant to,
            @Option(names = "--service", required = true, description = "whose rule gets them; may be said again")
                    List<String> services,
            @Option(
                            names = "--new-to-them",
                            description = "none of the services has seen any of it: send also what inboxes forgot")
                    boolean isNewToThem)
            throws InterruptedException {
        try (EventBridgeClient events = EventBridgeClient.create()) {
            String name = "replay-" + Instant.now().toString().replaceAll("[^0-9]", "");
            new ArchiveReplay(events, new Stage(stage), InstantSource.system(), Duration.ofSeconds(5), out()::println)
                    .run(name, new ArchiveReplay.Wanted(from, to, services, isNewToThem));
            return 0;
        }
    }

    private static HttpRequest request(URI url, String text) throws IOException {
        String[] parts = text.strip().split(" +", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("'%s' is no request: say 'GET /path'".formatted(text));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url.toString().replaceAll("/$", "") + parts[1]))
                .timeout(Profile.STANDARD.timeout())
                .method(
                        parts[0],
                        parts.length == 3 ? BodyPublishers.ofFile(Path.of(parts[2])) : BodyPublishers.noBody());
        if (parts.length == 3) {
            request.header("Content-Type", "application/json");
        }
        // Not an option: other users of the machine can read a command line.
        String token = System.getenv(TOKEN);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
