package org.tctf.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * A service's secrets in Secrets Manager. They lie there as random text ({@link SecretText}); the bytes are derived from
 * it by HKDF-SHA256 (RFC 5869) with the secret's name as info.
 *
 * <p>They are kept in memory for {@link #KNOWN_FOR} and then asked for again; when that fails, the ones at hand go on.
 * So that nothing is refused while one is replaced, a process accepts the new bytes as soon as it knows them, and uses
 * them only once they are {@link #USED_AFTER} old: then every process accepts them. Safe for concurrent use.
 */
public final class ManagedSecrets implements Secrets {
    static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    static final Duration USED_AFTER = KNOWN_FOR.multipliedBy(2);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int BYTES = 32;

    private record Version(byte[] bytes, Instant madeAt) {}

    private record Known(List<byte[]> accepted, Instant until) {}

    private final SecretsManagerClient client;
    private final Stage stage;
    private final ServiceDefinition service;
    private final InstantSource clock;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    /** @param client with {@link ClientLimits} */
    public ManagedSecrets(SecretsManagerClient client, Stage stage, ServiceDefinition service, InstantSource clock) {
        this.client = client;
        this.stage = stage;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public byte[] named(String name) {
        return accepted(name).getFirst();
    }

    /** @throws IllegalStateException when the service's definition has no such secret */
    @Override
    public List<byte[]> accepted(String name) {
        Known here = known.get(name);
        if (here == null || !clock.instant().isBefore(here.until())) {
            here = known.compute(name, this::renewed);
        }
        return here.accepted().stream().map(byte[]::clone).toList();
    }

    /** Forgets all secrets; they are asked for when next needed. After a restore: the snapshot may be weeks old. */
    public void refresh() {
        known.clear();
    }

    private Known renewed(String name, @Nullable Known before) {
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.until())) {
            return before;
        }
        try {
            return new Known(inOrderOfUse(name, now), now.plus(KNOWN_FOR));
        } catch (Unavailable failed) {
            if (before == null) {
                throw failed;
            }
            return new Known(before.accepted(), now.plus(TRIED_AGAIN_AFTER));
        }
    }

    private List<byte[]> inOrderOfUse(String name, Instant now) {
        if (!service.secrets().contains(name)) {
            throw new IllegalStateException(
                    "%s has no secret %s; add secret(\"%s\") to its definition".formatted(service.name(), name, name));
        }
        Version current = read(name, "AWSCURRENT")
                .orElseThrow(() -> new Unavailable("there is no secret %s here; deploy the stack that makes it"
                        .formatted(stage.secret(service, name))));
        Optional<Version> previous =
                service.lastingSecrets().contains(name) ? Optional.empty() : read(name, "AWSPREVIOUS");
        boolean isKnownToAll = !current.madeAt().plus(USED_AFTER).isAfter(now);
        return isKnownToAll
                ? Stream.concat(Stream.of(current), previous.stream())
                        .map(Version::bytes)
                        .toList()
                : Stream.concat(previous.stream(), Stream.of(current))
                        .map(Version::bytes)
                        .toList();
    }

    private Optional<Version> read(String name, String label) {
        String id = stage.secret(service, name);
        try {
            GetSecretValueResponse value = client.getSecretValue(GetSecretValueRequest.builder()
                    .secretId(id)
                    .versionStage(label)
                    .build());
            return Optional.of(new Version(derived(name, SecretText.of(value)), value.createdDate()));
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw new Unavailable(
                    "secret %s cannot be read; see that the function's role may: %s".formatted(id, failed.getMessage()),
                    failed);
        }
    }

    private static byte[] derived(String name, SecretText text) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(new SecretKeySpec(text.value().getBytes(StandardCharsets.UTF_8), "Generic"))
                            .thenExpand(name.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The secret " + name + " could not be derived.", impossible);
        }
    }
}
