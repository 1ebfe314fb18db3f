package org.tctf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tctf.app.SignUpStory;
import org.tctf.contracts.ScratchFolder;

/**
 * Sessions under load: how many are refreshed in a second, durably; and what a flood of sign-ins, each with an Argon2id hash
 * of the real cost, leaves of the other routes. The floor of the latter is the same route without the flood.
 */
final class SignIn {
    private static final int MEMBERS = 32;
    private static final int READERS = 4;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 15;

    private record Member(String email, String id, String accessToken, String refreshToken) {}

    void run() throws IOException, InterruptedException {
        Path folder = ScratchFolder.untilExit("tctf-signin");
        try (AppProcess platform =
                AppProcess.start(Http.options(), Platform.CLASS_PATH, Platform.MAIN, folder.resolve("data"))) {
            List<Member> members = members(platform.port());
            refresh(platform, members);
            flood(platform, members);
        }
    }

    private static void refresh(AppProcess platform, List<Member> members) {
        Table table = new Table(System.out, "Sessions refreshed, durably", "", "per second", "p50 ms", "p99 ms");
        List<Refreshing> talks = members.stream().map(Refreshing::new).toList();
        Load load = new Load(platform.port(), MEMBERS);
        load.talk(WARM_UP_SECONDS, 200, talks::get);
        Load.Result result = load.talk(SECONDS, 200, talks::get);
        requireNone(result.refused());
        table.row(
                "refresh (≥ 1,500)",
                result.perSecond(),
                result.latencies().millis(50),
                result.latencies().millis(99));
    }

    private static void flood(AppProcess platform, List<Member> members) throws InterruptedException {
        Table table = new Table(
                System.out, "GET own profile while others sign in", "", "per second", "p50 ms", "p99 ms", "p99 × idle");
        Load readers = new Load(platform.port(), READERS);
        readers.run(WARM_UP_SECONDS, 200, i -> reads(members.get(i)));
        Load.Result idle = readers.run(SECONDS, 200, i -> reads(members.get(i)));
        row(table, "floor: nobody signs in", idle, idle);
        try (ExecutorService flood = Executors.newSingleThreadExecutor()) {
            int others = MEMBERS - READERS;
            Load signIns = new Load(platform.port(), others);
            Future<Load.Result> flooding =
                    flood.submit(() -> signIns.run(SECONDS + 4, 200, i -> signIn(members.get(READERS + i))));
            Thread.sleep(2_000);
            Load.Result flooded = readers.run(SECONDS, 200, i -> reads(members.get(i)));
            row(table, others + " sign in without a pause (≤ 3)", flooded, idle);
            row(table, "these sign-ins", flooding.get(), idle);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the flood failed", failed);
        }
    }

    private static void row(Table table, String what, Load.Result result, Load.Result idle) {
        requireNone(result.refused());
        table.row(
                what,
                result.perSecond(),
                result.latencies().millis(50),
                result.latencies().millis(99),
                result.latencies().millis(99) / idle.latencies().millis(99));
    }

    private static void requireNone(long refused) {
        if (refused > 0) {
            throw new IllegalStateException("%d answers were not 200".formatted(refused));
        }
    }

    /** Sends the token that the answer before gave. */
    private static final class Refreshing implements Load.Talk {
        private static final String NAME = "\"refreshToken\":\"";

        private String token;

        Refreshing(Member member) {
            token = member.refreshToken();
        }

        @Override
        public byte[] next() {
            return Http.request("POST", "/v1/auth/refresh-token", null, "{\"refreshToken\":\"%s\"}".formatted(token));
        }

        @Override
        public void answered(byte[] body) {
            String text = new String(body, StandardCharsets.US_ASCII);
            int begin = text.indexOf(NAME) + NAME.length();
            token = text.substring(begin, text.indexOf('"', begin));
        }
    }

    private static byte[][] reads(Member member) {
        return new byte[][] {Http.request("GET", "/v1/users/" + member.id() + "/profile", member.accessToken(), "")};
    }

    private static byte[][] signIn(Member member) {
        String form = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), SignUpStory.PASSWORD);
        return new byte[][] {Http.request("POST", "/v1/auth/signin", null, form)};
    }

    private static List<Member> members(int port) throws IOException, InterruptedException {
        List<Member> members = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            SignUpStory story = new SignUpStory(http, URI.create("http://127.0.0.1:" + port));
            for (int i = 0; i < MEMBERS; i++) {
                String name = "member_" + i;
                String session = story.signUp(name);
                String id = story.confirm(session, story.code(name));
                SignUpStory.Tokens tokens = story.signIn(name);
                members.add(new Member(SignUpStory.email(name), id, tokens.accessToken(), tokens.refreshToken()));
            }
        }
        return members;
    }
}
