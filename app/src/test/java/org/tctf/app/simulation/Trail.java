package org.tctf.app.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What happened, a line each. Nothing is in it that the seed does not decide: no ciphertext, no port, no real time. */
final class Trail {
    private final List<String> lines = new ArrayList<>();

    void note(String format, Object... of) {
        lines.add(of.length == 0 ? format : format.formatted(of));
    }

    int length() {
        return lines.size();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** SHA-256 over all lines. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
