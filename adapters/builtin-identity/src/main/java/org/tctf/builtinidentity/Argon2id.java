package org.tctf.builtinidentity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.tctf.identity.Password;

/**
 * Argon2id (RFC 9106), written as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Nothing is kept but
 * the hash, in the account's row. It is checked in constant time at the cost it was made with; one of another cost than
 * today's is outdated.
 *
 * <p>The 19 MiB of a hash are kept for the next one, emptied: as garbage they would be copied by each collection that
 * comes while a password is being hashed, and everybody would wait for it. It is computed on threads of its own: on a
 * virtual one it would keep a carrier, of which there are as many as cores, for all its milliseconds.
 */
final class Argon2id implements PasswordKeeper {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([\\w+/-]+)\\$([\\w+/-]+)");

    private final HashingCost cost;
    private final SecureRandom random;
    private final BlockPool memory;
    private final ExecutorService threads;

    /** @param atOnce how many passwords are hashed side by side */
    Argon2id(HashingCost cost, SecureRandom random, int atOnce) {
        this.cost = cost;
        this.random = random;
        memory = new FixedBlockPool(cost.memoryKib() * atOnce);
        threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("argon2id-", 1).daemon().factory());
    }

    @Override
    public String keep(String accountId, Password password) {
        return hash(password);
    }

    @Override
    public String replace(String accountId, Password password) {
        return hash(password);
    }

    String hash(Password password) {
        byte[] salt = random(SALT_BYTES);
        return phc(salt, derive(password, salt, cost, HASH_BYTES));
    }

    @Override
    public String nobodys() {
        return phc(random(SALT_BYTES), random(HASH_BYTES));
    }

    @Override
    public boolean matches(String accountId, String hash, Password password) {
        Matcher phc = PHC.matcher(hash);
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password hash is not Argon2id; restore the account's table");
        }
        HashingCost then = new HashingCost(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        byte[] actual = derive(password, Base64.getDecoder().decode(phc.group(4)), then, expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.startsWith(prefix());
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private String phc(byte[] salt, byte[] hash) {
        return prefix() + encode(salt) + "$" + encode(hash);
    }

    private String prefix() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(cost.memoryKib(), cost.passes(), cost.lanes());
    }

    private byte[] derive(Password password, byte[] salt, HashingCost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[length];
        await(threads.submit(() -> generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash)));
        return hash;
    }

    private static void await(Future<?> hashing) {
        try {
            hashing.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw PasswordKeeper.busy();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
