package org.tctf.kms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/**
 * Envelope encryption (ADR 17): a data key of KMS encrypts here, and travels in the ciphertext, itself encrypted. KMS
 * binds it to the purpose as its encryption context, by which policies grant the right to encrypt and to decrypt.
 *
 * <p>A data key encrypts for one purpose, {@value #USES} times and for {@link #KEPT} at most; it opens what it encrypted
 * for as long after it was last fetched. So a disabled key and a right that was taken away take effect within five
 * minutes. What one may encrypt one may not yet decrypt: the two kinds of keys are kept apart. Safe for concurrent use.
 */
public final class KmsEncryption implements Encryption {
    /** How long a data key stays in memory. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Far below the 2³² random nonces that one key may have (NIST SP 800-38D §8.3). */
    static final int USES = 1_000;

    /** Keys of others' ciphertexts at most in memory. */
    private static final int OPENED = 1_000;

    private record Opened(String purpose, ByteBuffer encryptedKey) {}

    private final KmsClient kms;
    private final String key;
    private final SecureRandom random;
    private final Cache<String, DataKey> sealing;
    private final Cache<Opened, SecretKey> opening;

    /**
     * @param kms with {@link ClientLimits}
     * @param key the stage's sealing key, by its alias
     */
    public KmsEncryption(KmsClient kms, String key, InstantSource clock, SecureRandom random) {
        this.kms = kms;
        this.key = key;
        this.random = random;
        // By the clock: a process that was frozen or restored from a snapshot has no other notion of time passed.
        Caffeine<Object, Object> briefly = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(KEPT)
                .maximumSize(OPENED);
        this.sealing = briefly.build();
        this.opening = briefly.build();
    }

    @Override
    public Encrypted encrypt(String purpose, String plaintext) {
        return Sealed.seal(dataKey(purpose), purpose, plaintext, random).encoded();
    }

    @Override
    public String decrypt(String purpose, Encrypted sealed) {
        Sealed parts = Sealed.decoded(sealed);
        SecretKey opened =
                opening.get(new Opened(purpose, ByteBuffer.wrap(parts.encryptedKey())), this::decryptedByKms);
        return parts.open(opened, purpose);
    }

    /** Forgets all data keys. After a restore: else all processes of one snapshot would go on with the same ones. */
    public void refresh() {
        sealing.invalidateAll();
        opening.invalidateAll();
    }

    private DataKey dataKey(String purpose) {
        while (true) {
            DataKey dataKey = sealing.get(purpose, this::generatedByKms);
            if (dataKey.take()) {
                return dataKey;
            }
            sealing.asMap().remove(purpose, dataKey);
        }
    }

    private DataKey generatedByKms(String purpose) {
        try {
            GenerateDataKeyResponse made = kms.generateDataKey(GenerateDataKeyRequest.builder()
                    .keyId(key)
                    .keySpec(DataKeySpec.AES_256)
                    .encryptionContext(context(purpose))
                    .build());
            return new DataKey(aes(made.plaintext()), made.ciphertextBlob().asByteArray(), USES);
        } catch (SdkException failed) {
            throw unavailable("encrypts", purpose, failed);
        }
    }

    private SecretKey decryptedByKms(Opened sealed) {
        try {
            return aes(kms.decrypt(DecryptRequest.builder()
                            .keyId(key)
                            .ciphertextBlob(SdkBytes.fromByteBuffer(sealed.encryptedKey()))
                            .encryptionContext(context(sealed.purpose()))
                            .build())
                    .plaintext());
        } catch (InvalidCiphertextException | IncorrectKeyException forged) {
            throw new IllegalArgumentException(
                    "This text was changed, or is not encrypted for %s with %s.".formatted(sealed.purpose(), key),
                    forged);
        } catch (SdkException failed) {
            throw unavailable("decrypts", sealed.purpose(), failed);
        }
    }

    private Unavailable unavailable(String word, String purpose, SdkException failed) {
        String advice = switch (failed) {
            case NotFoundException _ -> "there is no such key; deploy the platform's stack";
            case DisabledException _, KmsInvalidStateException _ -> "enable the key again";
            case AwsServiceException denied
            when isDenied(denied) ->
                "say %s(\"%s\") in the definition and deploy the service's stack".formatted(word, purpose);
            default -> "try again later";
        };
        return new Unavailable(
                "KMS's key %s cannot be used for %s; %s: %s".formatted(key, purpose, advice, failed.getMessage()),
                failed);
    }

    private static boolean isDenied(AwsServiceException failed) {
        return "AccessDeniedException".equals(failed.awsErrorDetails().errorCode());
    }

    private static Map<String, String> context(String purpose) {
        return Map.of(Stage.SEALING_PURPOSE, purpose);
    }

    private static SecretKey aes(SdkBytes bytes) {
        return new SecretKeySpec(bytes.asByteArrayUnsafe(), "AES");
    }
}
