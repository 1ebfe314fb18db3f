package org.tctf.keyring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.kernel.crypto.Secrets;

/**
 * Named secrets derived from one master secret by HKDF-SHA256 (RFC 5869) with the name as info. One file, written once:
 * a secret needs no write when it is first asked for, and none can be lost alone. The price is that one alone cannot be
 * renewed either; replace the file to renew them all. Safe for concurrent use.
 */
public final class FileSecrets implements Secrets {
    private static final String HEADER =
            "# Master secret. Whoever reads this file can sign and decrypt as the platform.";
    private static final int BYTES = 32;

    private final byte[] master;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    private FileSecrets(byte[] master) {
        this.master = master;
    }

    /**
     * The secrets of the master secret in this file; of a new one if there is no such file.
     *
     * @throws IllegalStateException when others may read the file, or it is not a master secret
     * @throws java.io.UncheckedIOException when it cannot be read or made
     */
    public static FileSecrets open(Path path) {
        return open(path, new SecureRandom());
    }

    /** The same, drawing a new master secret from these dice: for a simulation, which repeats them. */
    public static FileSecrets open(Path path, SecureRandom random) {
        OwnerOnlyFile file = new OwnerOnlyFile(path);
        if (file.exists()) {
            return new FileSecrets(file.parsed(FileSecrets::parse));
        }
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        file.write(List.of(HEADER, Base64.getEncoder().encodeToString(fresh)));
        return new FileSecrets(fresh);
    }

    @Override
    public byte[] named(String name) {
        return derived.computeIfAbsent(name, this::derive).clone();
    }

    private byte[] derive(String name) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(new SecretKeySpec(master, "Generic"))
                            .thenExpand(name.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The secret " + name + " could not be derived.", impossible);
        }
    }

    private static byte[] parse(List<String> lines) {
        byte[] master = Base64.getDecoder().decode(lines.getLast());
        if (master.length != BYTES) {
            throw new IllegalArgumentException("a master secret has " + BYTES + " bytes");
        }
        return master;
    }
}
