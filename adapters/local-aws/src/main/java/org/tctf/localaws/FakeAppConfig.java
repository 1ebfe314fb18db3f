package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * AppConfig's data plane: sessions whose tokens are good for one call, no sooner than the session's interval and no later
 * than a day; a document only when the session has not had it; and nothing at all before somebody has deployed something
 * (AWS AppConfig API Reference, "StartConfigurationSession", "GetLatestConfiguration").
 */
public final class FakeAppConfig {
    /** For {@link FakeAws#calls} and its troubles. */
    public static final String START_SESSION = "POST /configurationsessions";

    /** For {@link FakeAws#calls} and its troubles. */
    public static final String GET_LATEST = "GET /configuration";

    private static final int SHORTEST_INTERVAL = 15;
    private static final int USUAL_INTERVAL = 60;
    private static final int LONGEST_INTERVAL = 86_400;
    private static final Duration TOKEN_LIVES = Duration.ofHours(24);

    private record Deployed(int number, String content) {}

    /** What a token stands for. */
    private record Session(String profile, int intervalSeconds, int seen, Instant notBefore, Instant until) {}

    private final Map<String, Deployed> deployed = new HashMap<>();
    private final Map<String, Session> tokens = new HashMap<>();
    private final InstantSource clock;
    private int deployments;

    private FakeAppConfig(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it to an endpoint. */
    public static FakeAppConfig on(FakeAws aws, InstantSource clock) {
        FakeAppConfig appConfig = new FakeAppConfig(clock);
        aws.serveReply(START_SESSION, appConfig::startSession);
        aws.serveReply(GET_LATEST, appConfig::getLatest);
        return appConfig;
    }

    /**
     * An operator's deployment, complete at once.
     *
     * @param profile {@code application/environment/profile}, by ids
     * @param content as it is retrieved; of feature flags the values alone, {@code {"sign-up-open":{"enabled":false}}}
     */
    public synchronized void deploy(String profile, String content) {
        deployments++;
        deployed.put(profile, new Deployed(deployments, content));
    }

    /** Nothing is deployed any more. */
    public synchronized void clear() {
        deployed.clear();
    }

    private synchronized FakeAws.Reply startSession(JsonNode request) {
        int interval = request.path("RequiredMinimumPollIntervalInSeconds").asInt(USUAL_INTERVAL);
        if (interval < SHORTEST_INTERVAL || interval > LONGEST_INTERVAL) {
            throw AwsFault.badRequest(
                    "BadRequestException", "RequiredMinimumPollIntervalInSeconds must be 15 to 86400");
        }
        String profile = "%s/%s/%s"
                .formatted(
                        request.path("ApplicationIdentifier").asText(),
                        request.path("EnvironmentIdentifier").asText(),
                        request.path("ConfigurationProfileIdentifier").asText());
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("InitialConfigurationToken", token(new Session(profile, interval, 0, Instant.MIN, end())));
        return new FakeAws.Reply(201, Map.of(), answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized FakeAws.Reply getLatest(JsonNode request) {
        Session session = tokens.remove(request.path("configuration_token").asText());
        Instant now = clock.instant();
        if (session == null) {
            throw badToken("Corrupted");
        }
        if (!now.isBefore(session.until())) {
            throw badToken("Expired");
        }
        if (now.isBefore(session.notBefore())) {
            throw badToken("PollIntervalNotSatisfied");
        }
        Deployed latest = deployed.get(session.profile());
        if (latest == null) {
            throw new AwsFault(
                    404,
                    "ResourceNotFoundException",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("Message", "nothing was deployed to " + session.profile())
                            .put("ResourceType", "Deployment"));
        }
        Session next = new Session(
                session.profile(),
                session.intervalSeconds(),
                latest.number(),
                now.plusSeconds(session.intervalSeconds()),
                end());
        Map<String, String> headers = Map.of(
                "Next-Poll-Configuration-Token", token(next),
                "Next-Poll-Interval-In-Seconds", Integer.toString(session.intervalSeconds()),
                "Content-Type", "application/json");
        String content = latest.number() == session.seen() ? "" : latest.content();
        return new FakeAws.Reply(200, headers, content.getBytes(StandardCharsets.UTF_8));
    }

    private String token(Session session) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, session);
        return token;
    }

    private Instant end() {
        return clock.instant().plus(TOKEN_LIVES);
    }

    private static AwsFault badToken(String problem) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("Message", "Request failed: " + problem)
                .put("Reason", "InvalidParameters");
        body.putObject("Details")
                .putObject("InvalidParameters")
                .putObject("ConfigurationToken")
                .put("Problem", problem);
        return new AwsFault(400, "BadRequestException", body);
    }
}
