package org.tctf.kms;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Replaces a secret, in the four steps in which Secrets Manager asks for it (AWS Secrets Manager User Guide, "Rotation
 * function"). Each may come again, also after a crash in its midst, and changes nothing then.
 */
public final class SecretRotation {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PENDING = "AWSPENDING";

    private final SecretsManagerClient client;
    private final SecureRandom random;

    /** @param client with {@link ClientLimits} */
    public SecretRotation(SecretsManagerClient client, SecureRandom random) {
        this.client = client;
        this.random = random;
    }

    /**
     * One step; the arguments are those of the event.
     *
     * @param step {@code createSecret}, {@code setSecret}, {@code testSecret} or {@code finishSecret}
     * @param secretId the secret's ARN
     * @param token the id of the version that is to become the current one
     * @throws IllegalArgumentException when the secret does not rotate, or this version is not the one that is to come
     */
    public void run(String step, String secretId, String token) {
        DescribeSecretResponse secret = client.describeSecret(request -> request.secretId(secretId));
        if (!Boolean.TRUE.equals(secret.rotationEnabled())) {
            throw new IllegalArgumentException("secret %s does not rotate".formatted(secretId));
        }
        List<String> labels = secret.versionIdsToStages().getOrDefault(token, List.of());
        if (labels.contains(CURRENT)) {
            return;
        }
        if (!labels.contains(PENDING)) {
            throw new IllegalArgumentException(
                    "version %s of secret %s is not pending; start the rotation anew".formatted(token, secretId));
        }
        switch (step) {
            case "createSecret" -> create(secretId, token);
            case "setSecret" -> {
                // Nobody but the readers of this secret knows it.
            }
            case "testSecret" -> SecretText.of(client.getSecretValue(pending(secretId, token)));
            case "finishSecret" -> finish(secret, secretId, token);
            default -> throw new IllegalArgumentException("rotation has no step '%s'".formatted(step));
        }
    }

    private void create(String secretId, String token) {
        try {
            client.getSecretValue(pending(secretId, token));
        } catch (ResourceNotFoundException notYet) {
            try {
                client.putSecretValue(request -> request.secretId(secretId)
                        .clientRequestToken(token)
                        .secretString(SecretText.random(random).value())
                        .versionStages(PENDING));
            } catch (ResourceExistsException otherCall) {
                // Two calls of this step at once: the version is there, and that is all that matters.
                return;
            }
        }
    }

    private void finish(DescribeSecretResponse secret, String secretId, String token) {
        String current = secret.versionIdsToStages().entrySet().stream()
                .filter(version -> version.getValue().contains(CURRENT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        client.updateSecretVersionStage(request -> request.secretId(secretId)
                .versionStage(CURRENT)
                .moveToVersionId(token)
                .removeFromVersionId(current));
    }

    private static GetSecretValueRequest pending(String secretId, String token) {
        return GetSecretValueRequest.builder()
                .secretId(secretId)
                .versionId(token)
                .versionStage(PENDING)
                .build();
    }
}
