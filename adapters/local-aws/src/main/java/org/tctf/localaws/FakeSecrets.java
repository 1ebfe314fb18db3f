package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets Manager's secrets of text, their versions and labels: GetSecretValue, DescribeSecret, PutSecretValue,
 * UpdateSecretVersionStage, and rotation as the service drives it.
 */
public final class FakeSecrets {
    /** For {@link FakeAws#calls} and its troubles. */
    public static final String GET_SECRET_VALUE = "secretsmanager.GetSecretValue";

    public static final String PUT_SECRET_VALUE = "secretsmanager.PutSecretValue";
    public static final String UPDATE_VERSION_STAGE = "secretsmanager.UpdateSecretVersionStage";

    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";
    private static final String PENDING = "AWSPENDING";

    /** What Secrets Manager calls, once for each step. */
    @FunctionalInterface
    public interface RotationFunction {
        void run(String step, String secretId, String token);
    }

    private record Version(@Nullable String text, Instant madeAt) {}

    private static final class Secret {
        final String name;
        final Map<String, Version> versions = new LinkedHashMap<>();
        final Map<String, String> versionOfLabel = new LinkedHashMap<>();
        boolean rotates;

        Secret(String name) {
            this.name = name;
        }

        String arn() {
            return Arns.of("secretsmanager", "secret:" + name + "-AbCdEf");
        }

        Set<String> labels(String version) {
            Set<String> labels = new LinkedHashSet<>();
            versionOfLabel.forEach((label, of) -> {
                if (of.equals(version)) {
                    labels.add(label);
                }
            });
            return labels;
        }

        void makeCurrent(String version) {
            String before = versionOfLabel.put(CURRENT, version);
            if (before != null && !before.equals(version)) {
                versionOfLabel.put(PREVIOUS, before);
            }
        }
    }

    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private FakeSecrets(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it to an endpoint. */
    public static FakeSecrets on(FakeAws aws, InstantSource clock) {
        FakeSecrets manager = new FakeSecrets(clock);
        aws.serve(GET_SECRET_VALUE, manager::getSecretValue);
        aws.serve("secretsmanager.DescribeSecret", manager::describeSecret);
        aws.serve(PUT_SECRET_VALUE, manager::putSecretValue);
        aws.serve(UPDATE_VERSION_STAGE, manager::updateSecretVersionStage);
        return manager;
    }

    /** Makes a secret with this text, as a stack does. */
    public void create(String name, String text) {
        Secret secret = new Secret(name);
        String version = UUID.randomUUID().toString();
        secret.versions.put(version, new Version(text, clock.instant()));
        secret.makeCurrent(version);
        secrets.put(name, secret);
    }

    /** The secret rotates from now on. */
    public void rotates(String name) {
        secret(name).rotates = true;
    }

    /**
     * Makes the version that is to come and asks the function for the four steps, as often as it takes: the service tries
     * a failed step again.
     */
    public void rotate(String name, RotationFunction function) {
        Secret secret = secret(name);
        String token = begin(name);
        for (String step : List.of("createSecret", "setSecret", "testSecret", "finishSecret")) {
            withSecondTry(function, step, secret.arn(), token);
        }
    }

    /** Only makes the version that is to come; it has no value yet. */
    public String begin(String name) {
        Secret secret = secret(name);
        String token = UUID.randomUUID().toString();
        synchronized (secret) {
            secret.versions.put(token, new Version(null, clock.instant()));
            secret.versionOfLabel.put(PENDING, token);
        }
        return token;
    }

    /** The text under a label. */
    public Optional<String> text(String name, String label) {
        Secret secret = secret(name);
        synchronized (secret) {
            return Optional.ofNullable(secret.versionOfLabel.get(label))
                    .map(secret.versions::get)
                    .map(Version::text);
        }
    }

    private static void withSecondTry(RotationFunction function, String step, String secretId, String token) {
        try {
            function.run(step, secretId, token);
        } catch (RuntimeException triedAgain) {
            function.run(step, secretId, token);
        }
    }

    private JsonNode getSecretValue(JsonNode request) {
        Secret secret = secret(request.path("SecretId").asText());
        synchronized (secret) {
            String id = request.path("VersionId").asText();
            String label = request.path("VersionStage").asText(id.isEmpty() ? CURRENT : "");
            String version = id.isEmpty() ? secret.versionOfLabel.getOrDefault(label, "") : id;
            Version found = secret.versions.get(version);
            boolean isLabelled = label.isEmpty() || secret.labels(version).contains(label);
            if (found == null || found.text() == null || !isLabelled) {
                throw AwsFault.badRequest(
                        "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret value for "
                                + (id.isEmpty() ? "staging label: " + label : "VersionId: " + id));
            }
            ObjectNode answer = named(secret)
                    .put("VersionId", version)
                    .put("SecretString", found.text())
                    .put("CreatedDate", found.madeAt().toEpochMilli() / 1000.0);
            secret.labels(version).forEach(answer.putArray("VersionStages")::add);
            return answer;
        }
    }

    private JsonNode describeSecret(JsonNode request) {
        Secret secret = secret(request.path("SecretId").asText());
        synchronized (secret) {
            ObjectNode answer = named(secret).put("RotationEnabled", secret.rotates);
            ObjectNode versions = answer.putObject("VersionIdsToStages");
            secret.versions.keySet().forEach(version -> {
                Set<String> labels = secret.labels(version);
                if (!labels.isEmpty()) {
                    labels.forEach(versions.putArray(version)::add);
                }
            });
            return answer;
        }
    }

    private JsonNode putSecretValue(JsonNode request) {
        Secret secret = secret(request.path("SecretId").asText());
        synchronized (secret) {
            String version = request.path("ClientRequestToken").asText();
            String text = request.path("SecretString").asText();
            Version there = secret.versions.get(version);
            if (there != null && there.text() != null && !there.text().equals(text)) {
                throw AwsFault.badRequest(
                        "ResourceExistsException",
                        "The operation can't be completed because a version with this token already exists.");
            }
            secret.versions.put(version, new Version(text, clock.instant()));
            request.path("VersionStages").forEach(label -> secret.versionOfLabel.put(label.asText(), version));
            return named(secret).put("VersionId", version);
        }
    }

    private JsonNode updateSecretVersionStage(JsonNode request) {
        Secret secret = secret(request.path("SecretId").asText());
        synchronized (secret) {
            String label = request.path("VersionStage").asText();
            if (!label.equals(CURRENT)) {
                throw AwsFault.badRequest("ValidationException", "this fake moves AWSCURRENT only");
            }
            String from = request.path("RemoveFromVersionId").asText(null);
            String to = request.path("MoveToVersionId").asText();
            String holder = secret.versionOfLabel.get(label);
            if (holder != null && !holder.equals(from)) {
                throw AwsFault.badRequest(
                        "InvalidParameterException",
                        "The parameter RemoveFromVersionId can't be empty. Staging label %s is currently attached to version %s, so you must explicitly reference that version in RemoveFromVersionId."
                                .formatted(label, holder));
            }
            secret.makeCurrent(to);
            return named(secret);
        }
    }

    /** @param id the name or the ARN */
    private Secret secret(String id) {
        String name = id.startsWith("arn:")
                ? id.substring(id.indexOf("secret:") + "secret:".length(), id.lastIndexOf('-'))
                : id;
        Secret secret = secrets.get(name);
        if (secret == null) {
            throw AwsFault.badRequest("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
        }
        return secret;
    }

    private static ObjectNode named(Secret secret) {
        return JsonNodeFactory.instance.objectNode().put("ARN", secret.arn()).put("Name", secret.name);
    }
}
