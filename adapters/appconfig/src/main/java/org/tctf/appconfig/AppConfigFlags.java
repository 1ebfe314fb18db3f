package org.tctf.appconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.flags.FlagSource;
import org.tctf.flags.PolledFlags;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;
import software.amazon.awssdk.services.appconfigdata.model.BadRequestException;
import software.amazon.awssdk.services.appconfigdata.model.GetLatestConfigurationResponse;
import software.amazon.awssdk.services.appconfigdata.model.ResourceNotFoundException;

/**
 * A service's flags as they are deployed in AppConfig, a document such as {@code {"sign-up-open":{"enabled":false}}}.
 *
 * <p>A session's token is good for one call. Whatever goes wrong with one, the next call begins a new session, which is told
 * the whole document again; so a token that was lost with an answer, or is a day old, is no trouble.
 */
public final class AppConfigFlags implements FlagSource {
    /** How long what it said is taken for what it says. */
    public static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    /** A process that has not connected before needs half of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The shortest that AppConfig takes: it is asked every {@link #KNOWN_FOR}, and out of turn after a restore. */
    private static final int SHORTEST_INTERVAL_SECONDS = 15;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppConfigDataClient client;
    private final FlagProfile profile;
    private final ServiceDefinition service;
    private @Nullable String token;

    AppConfigFlags(AppConfigDataClient client, FlagProfile profile, ServiceDefinition service) {
        this.client = client;
        this.profile = profile;
        this.service = service;
    }

    /**
     * The flags of a service.
     *
     * @param client with {@link ClientLimits}
     */
    public static PolledFlags flags(
            AppConfigDataClient client, FlagProfile profile, ServiceDefinition service, InstantSource clock) {
        return new PolledFlags(
                new AppConfigFlags(client, profile, service), List.of(service), clock, KNOWN_FOR, PATIENCE);
    }

    @Override
    public String name() {
        return "AppConfig";
    }

    @Override
    public Optional<Map<String, String>> read() {
        try {
            return turned(latest());
        } catch (ResourceNotFoundException nothingDeployed) {
            return Optional.of(Map.of());
        } catch (SdkException failed) {
            throw new Unavailable(
                    "AppConfig does not tell the flags of %s; see that the function's role may read them: %s"
                            .formatted(service.name(), failed.getMessage()),
                    failed);
        }
    }

    private GetLatestConfigurationResponse latest() {
        String here = token;
        if (here != null) {
            try {
                return get(here);
            } catch (BadRequestException overOrTooSoon) {
                // a new session may ask at once
            }
        }
        return get(client.startConfigurationSession(session -> session.applicationIdentifier(profile.application())
                        .environmentIdentifier(profile.environment())
                        .configurationProfileIdentifier(profile.profile())
                        .requiredMinimumPollIntervalInSeconds(SHORTEST_INTERVAL_SECONDS))
                .initialConfigurationToken());
    }

    private GetLatestConfigurationResponse get(String once) {
        token = null;
        GetLatestConfigurationResponse latest = client.getLatestConfiguration(get -> get.configurationToken(once));
        token = latest.nextPollConfigurationToken();
        return latest;
    }

    /** None when the session has had the latest already. */
    private Optional<Map<String, String>> turned(GetLatestConfigurationResponse latest) {
        String document = latest.configuration().asUtf8String();
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> turned = new HashMap<>();
        tree(document).properties().forEach(flag -> {
            JsonNode enabled = flag.getValue().path("enabled");
            turned.put(
                    service.name() + "." + flag.getKey(),
                    enabled.isBoolean()
                            ? (enabled.asBoolean() ? "on" : "off")
                            : flag.getValue().toString());
        });
        return Optional.of(turned);
    }

    private JsonNode tree(String document) {
        try {
            JsonNode tree = JSON.readTree(document);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            // falls through to the same sentence
        }
        throw new Unavailable(
                "What AppConfig has for %s is not a document of feature flags; deploy one".formatted(service.name()));
    }
}
