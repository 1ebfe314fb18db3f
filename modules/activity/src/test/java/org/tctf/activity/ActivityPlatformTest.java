package org.tctf.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The sentences through HTTP and the bus. */
class ActivityPlatformTest extends ActivityBehaviour {

    @Override
    Activity start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements Activity {

        @Override
        public void arrives(Fact fact) {
            platform.deliver(envelope(fact));
            platform.settle();
        }

        @Override
        public void arriveAtOnce(List<Fact> facts) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> deliveries = new ArrayList<>();
                facts.forEach(fact -> deliveries.add(threads.submit(() -> platform.deliver(envelope(fact)))));
                for (Future<?> delivery : deliveries) {
                    delivery.get();
                }
            } catch (ExecutionException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
            platform.settle();
        }

        @Override
        public void passes(Duration time) {
            platform.settle();
            platform.advance(time);
            platform.settle();
        }

        @Override
        public Tray notifications(String memberId, boolean onlyUnread, int limit, @Nullable String cursor) {
            String path = "/v1/notifications?limit=%d&filter=%s".formatted(limit, onlyUnread ? "unread" : "all");
            JsonNode page = platform.as(memberId)
                    .get(cursor == null ? path : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                    .expect(200)
                    .json();
            List<Seen> items = new ArrayList<>();
            page.path("items")
                    .forEach(one -> items.add(new Seen(
                            one.path("id").asText(),
                            one.path("title").asText(),
                            one.path("count").asLong(),
                            one.path("seen").asBoolean(),
                            one.hasNonNull("readAt"),
                            one.hasNonNull("actedAt"))));
            return new Tray(
                    items,
                    page.hasNonNull("nextCursor") ? page.path("nextCursor").asText() : null,
                    page.path("unread").asLong());
        }

        @Override
        public @Nullable Long read(String memberId, String id) {
            Answer answer = platform.as(memberId).post("/v1/notifications/" + id + "/read");
            platform.settle();
            return answer.status() == 404
                    ? null
                    : (Long) answer.expect(200).json().path("unread").asLong();
        }

        @Override
        public int readAll(String memberId, @Nullable List<String> ids) {
            Answer answer =
                    platform.as(memberId).post("/v1/notifications/read", ids == null ? Map.of() : Map.of("ids", ids));
            return answer.expect(200).json().path("read").asInt();
        }

        @Override
        public void look(String memberId) {
            platform.as(memberId).post("/v1/notifications/seen").expect(200);
        }

        @Override
        public void act(String memberId, String id) {
            platform.as(memberId).post("/v1/notifications/" + id + "/acted").expect(200);
        }

        @Override
        public Map<String, List<String>> log(String memberId, @Nullable String from, @Nullable String to) {
            String path =
                    "/v1/activity?limit=100" + (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
            Map<String, List<String>> days = new LinkedHashMap<>();
            platform.as(memberId).get(path).expect(200).json().path("items").forEach(day -> {
                List<String> titles = new ArrayList<>();
                day.path("entries")
                        .forEach(entry -> titles.add(entry.path("title").asText()));
                days.put(day.path("day").asText(), titles);
            });
            return days;
        }

        @Override
        public List<String> published(String type) {
            return platform.settled(type).stream().map(Envelope::data).toList();
        }

        @Override
        public void runSchedule(String name) {
            platform.runSchedule(name);
            platform.settle();
        }

        @Override
        public void close() {
            platform.close();
        }

        private Envelope envelope(Fact fact) {
            return new Envelope(
                    fact.id(),
                    "elsewhere",
                    fact.type(),
                    1,
                    platform.clock().instant(),
                    fact.subject(),
                    Envelope.schemaPath(fact.type(), 1),
                    fact.version(),
                    fact.id(),
                    null,
                    fact.subject(),
                    null,
                    platform.codec().toJson(fact.data()));
        }
    }
}
