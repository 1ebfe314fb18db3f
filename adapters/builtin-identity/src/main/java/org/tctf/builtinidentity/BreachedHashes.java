package org.tctf.builtinidentity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.tctf.identity.BreachedPasswords;
import org.tctf.identity.Password;

/**
 * A list of breached passwords as SHA-1 hashes, a line each, in order: {@code HASH} or {@code HASH:COUNT}, the format of
 * the single file that Have I Been Pwned's downloader makes. Nothing leaves the machine, and no password is in the list.
 * It is searched where it lies; a file of 40 GB costs no memory.
 *
 * <p>The bundled list has the passwords of twelve characters and more out of SecLists and of zxcvbn's (both MIT), in lower
 * case.
 */
public final class BreachedHashes implements BreachedPasswords {
    private static final int HASH_LENGTH = 40;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final MemorySegment lines;

    private BreachedHashes(MemorySegment lines) {
        this.lines = lines;
    }

    /** The list that comes with the platform: some 12,000 passwords. */
    public static BreachedHashes bundled() {
        try (InputStream list = BreachedHashes.class.getResourceAsStream("breached-passwords.txt")) {
            return new BreachedHashes(MemorySegment.ofArray(list.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A list of the operator's own. It must not change while it is in use.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static BreachedHashes of(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new BreachedHashes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.global()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The list of breached passwords %s cannot be read.".formatted(file), unreadable);
        }
    }

    @Override
    public boolean contains(Password password) {
        return has(hash(password.value())) || has(hash(password.value().toLowerCase(Locale.ROOT)));
    }

    private boolean has(ByteBuffer hash) {
        long low = 0;
        long high = lines.byteSize();
        while (low < high) {
            long line = startOfLine(low, (low + high) >>> 1);
            int order = line + HASH_LENGTH > lines.byteSize() ? 1 : hashAt(line).compareTo(hash);
            if (order == 0) {
                return true;
            } else if (order < 0) {
                low = endOfLine(line);
            } else {
                high = line;
            }
        }
        return false;
    }

    private ByteBuffer hashAt(long line) {
        return lines.asSlice(line, HASH_LENGTH).asByteBuffer();
    }

    private long startOfLine(long from, long position) {
        long start = position;
        while (start > from && at(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    private long endOfLine(long position) {
        long end = position;
        while (end < lines.byteSize() && at(end) != '\n') {
            end++;
        }
        return end + 1;
    }

    private byte at(long position) {
        return lines.get(ValueLayout.JAVA_BYTE, position);
    }

    private static ByteBuffer hash(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(HEX.formatHex(hash).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-1", impossible);
        }
    }
}
