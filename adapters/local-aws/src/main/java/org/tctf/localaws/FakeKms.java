package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * KMS's symmetric keys, as far as data keys need them: GenerateDataKey and Decrypt, with the encryption context bound to
 * the ciphertext, keys by alias, and disabled keys. What it does not imitate: policies (a test has the call refused by
 * {@link FakeAws#failNext}).
 */
public final class FakeKms {
    /** For {@link FakeAws#calls} and its troubles. */
    public static final String GENERATE_DATA_KEY = "TrentService.GenerateDataKey";

    public static final String DECRYPT = "TrentService.Decrypt";

    private static final int ID_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private record Key(UUID id, byte[] material, boolean isEnabled) {
        String arn() {
            return Arns.of("kms", "key/" + id);
        }
    }

    private final Map<String, UUID> aliases = new ConcurrentHashMap<>();
    private final Map<UUID, Key> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private FakeKms() {}

    /** Adds it to an endpoint. */
    public static FakeKms on(FakeAws aws) {
        FakeKms kms = new FakeKms();
        aws.serve(GENERATE_DATA_KEY, kms::generateDataKey);
        aws.serve(DECRYPT, kms::decrypt);
        return kms;
    }

    /** Makes a key that this alias leads to; if it led to another, that one stays and is still asked by its ciphertexts. */
    public void createKey(String alias) {
        Key key = new Key(UUID.randomUUID(), random(32), true);
        keys.put(key.id(), key);
        aliases.put(alias, key.id());
    }

    public void enableKey(String alias, boolean isEnabled) {
        keys.computeIfPresent(aliases.get(alias), (id, key) -> new Key(id, key.material(), isEnabled));
    }

    private JsonNode generateDataKey(JsonNode request) {
        if (!request.path("KeySpec").asText().equals("AES_256")) {
            throw AwsFault.badRequest("ValidationException", "this fake makes AES_256 keys only");
        }
        Key key = usable(request.path("KeyId").asText());
        byte[] plaintext = random(32);
        return JsonNodeFactory.instance
                .objectNode()
                .put("KeyId", key.arn())
                .put("Plaintext", base64(plaintext))
                .put("CiphertextBlob", base64(sealed(key, context(request), plaintext)));
    }

    private JsonNode decrypt(JsonNode request) {
        ByteBuffer blob = ByteBuffer.wrap(
                Base64.getDecoder().decode(request.path("CiphertextBlob").asText()));
        Key key;
        byte[] nonce = new byte[NONCE_BYTES];
        try {
            key = keys.get(new UUID(blob.getLong(), blob.getLong()));
            blob.get(nonce);
        } catch (BufferUnderflowException tooShort) {
            throw invalidCiphertext();
        }
        if (key == null) {
            throw invalidCiphertext();
        }
        if (request.has("KeyId") && !usable(request.path("KeyId").asText()).equals(key)) {
            throw AwsFault.badRequest(
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this operation.");
        }
        byte[] sealed = new byte[blob.remaining()];
        blob.get(sealed);
        return JsonNodeFactory.instance
                .objectNode()
                .put("KeyId", usable(key.arn()).arn())
                .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .put("Plaintext", base64(opened(key, nonce, context(request), sealed)));
    }

    /** @param id an alias, an ARN or a key's id */
    private Key usable(String id) {
        UUID keyId = id.startsWith("alias/") ? aliases.get(id) : uuid(id.substring(id.lastIndexOf('/') + 1));
        Key key = keyId == null ? null : keys.get(keyId);
        if (key == null) {
            throw AwsFault.badRequest("NotFoundException", "Alias %s is not found.".formatted(Arns.of("kms", id)));
        }
        if (!key.isEnabled()) {
            throw AwsFault.badRequest("DisabledException", key.arn() + " is disabled.");
        }
        return key;
    }

    private byte[] sealed(Key key, byte[] context, byte[] plaintext) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, context, plaintext);
        return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] opened(Key key, byte[] nonce, byte[] context, byte[] sealed) {
        try {
            return crypt(Cipher.DECRYPT_MODE, key, nonce, context, sealed);
        } catch (IllegalStateException forged) {
            throw invalidCiphertext();
        }
    }

    private static byte[] crypt(int mode, Key key, byte[] nonce, byte[] context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.material(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** In an order of its own: KMS compares contexts as sets of pairs. */
    private static byte[] context(JsonNode request) {
        Map<String, String> pairs = new TreeMap<>();
        request.path("EncryptionContext")
                .fields()
                .forEachRemaining(
                        pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        return pairs.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** KMS says no more than the name. */
    private static AwsFault invalidCiphertext() {
        return new AwsFault(
                400,
                "InvalidCiphertextException",
                JsonNodeFactory.instance.objectNode().put("__type", "InvalidCiphertextException"));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return new UUID(0, 0);
        }
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
