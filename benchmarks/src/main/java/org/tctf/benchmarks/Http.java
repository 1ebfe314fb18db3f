package org.tctf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tctf.app.SignUpStory;
import org.tctf.contracts.ScratchFolder;

/**
 * A realistic read and a realistic write through the whole pipeline, durable, in the process that {@code ./tctf run}
 * starts; beside the JDK's own HTTP server that only answers. Load and server share the machine.
 */
final class Http {
    private static final int MEMBERS = 64;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 15;

    private record Member(String id, String token) {}

    void run() throws IOException, InterruptedException {
        Path folder = ScratchFolder.untilExit("tctf-http");
        Table table = new Table(
                System.out, "Throughput on this machine", "", "per second", "p50 ms", "p99 ms", "× floor", "RSS MB");
        double floor = floor(table, folder.resolve("floor"));
        try (AppProcess platform =
                AppProcess.start(options(), Platform.CLASS_PATH, Platform.MAIN, folder.resolve("data"))) {
            List<Member> members = members(platform.port());
            Load load = new Load(platform.port(), CONNECTIONS);
            measure(table, platform, load, floor, "read: GET own profile (≥ 10,000)", i -> reads(members.get(i)));
            measure(
                    table,
                    platform,
                    load,
                    floor,
                    "write: PUT own profile, durable, with its event (≥ 3,000)",
                    i -> writes(members.get(i)));
        }
    }

    static List<String> options() {
        List<String> options = new ArrayList<>(Platform.JVM);
        options.add("-XX:AOTCache=" + Platform.AOT_CACHE);
        return options;
    }

    private static double floor(Table table, Path log) throws IOException {
        try (AppProcess bare =
                AppProcess.start(Platform.JVM, "benchmarks/target/classes", "org.tctf.benchmarks.BareServer", log)) {
            Load load = new Load(bare.port(), CONNECTIONS);
            byte[][] get = {request("GET", "/", null, "")};
            load.run(5, 200, i -> get);
            Load.Result result = load.run(SECONDS, 200, i -> get);
            table.row(
                    "floor: the JDK's own HTTP server",
                    result.perSecond(),
                    result.latencies().millis(50),
                    result.latencies().millis(99),
                    1.0,
                    bare.residentMegabytes());
            return result.perSecond();
        }
    }

    private static void measure(
            Table table, AppProcess platform, Load load, double floor, String what, IntFunction<byte[][]> requests)
            throws IOException {
        load.run(WARM_UP_SECONDS, 200, requests);
        Load.Result result = load.run(SECONDS, 200, requests);
        if (result.refused() > 0) {
            throw new IOException("%s: %d answers were not 200".formatted(what, result.refused()));
        }
        table.row(
                what,
                result.perSecond(),
                result.latencies().millis(50),
                result.latencies().millis(99),
                result.perSecond() / floor,
                platform.residentMegabytes());
    }

    private static List<Member> members(int port) throws IOException, InterruptedException {
        List<Member> members = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            SignUpStory story = new SignUpStory(http, URI.create("http://127.0.0.1:" + port));
            for (int i = 0; i < MEMBERS; i++) {
                String name = "member_" + i;
                String session = story.signUp(name);
                members.add(new Member(story.confirm(session, story.code(name)), story.accessToken(name)));
            }
        }
        return members;
    }

    private static byte[][] reads(Member member) {
        return new byte[][] {request("GET", "/v1/users/" + member.id() + "/profile", member.token(), "")};
    }

    /** Never the same twice in a row: a change to what it is already would be no change. */
    private static byte[][] writes(Member member) {
        byte[][] requests = new byte[100][];
        for (int i = 0; i < requests.length; i++) {
            String body =
                    "{\"professional\":{\"jobTitle\":\"Analyst %d\",\"companyName\":\"Engines\",\"yearsOfExperience\":%d}}"
                            .formatted(i, i % 70);
            requests[i] = request("PUT", "/v1/users/" + member.id() + "/profile", member.token(), body);
        }
        return requests;
    }

    static byte[] request(String method, String path, @Nullable String token, String body) {
        StringBuilder text = new StringBuilder("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n".formatted(method, path));
        if (token != null) {
            text.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length()));
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
