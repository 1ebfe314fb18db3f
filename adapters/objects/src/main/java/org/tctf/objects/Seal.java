package org.tctf.objects;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;

/**
 * How an object lies in its file: a head, which the key ring seals, with a key of the object's own; then the bytes, sealed
 * with that key in segments (Tink's AES-GCM-HKDF streaming, after Hoang, Reyhanitabar, Rogaway and Vizár, "Online
 * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015). So megabytes are neither held in memory nor
 * sealed anew when the ring's key is replaced, a file cut short or changed is noticed while it is read, and one that was
 * moved to another key's place does not open.
 */
final class Seal {
    private static final String PURPOSE = "object";
    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    /** What a file says of itself. */
    record Head(String contentType, long length, byte[] key) {

        private String format() {
            return "%s\n%d\n%s"
                    .formatted(contentType, length, Base64.getEncoder().encodeToString(key));
        }

        private static Head parse(String text) {
            String[] lines = text.split("\n", -1);
            return new Head(
                    lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
        }
    }

    private final Encryption encryption;
    private final SecureRandom random = new SecureRandom();

    Seal(Encryption encryption) {
        this.encryption = encryption;
    }

    /**
     * Writes the head and gives a stream that seals what is written into it; closing that stream writes the end, and leaves
     * the file open.
     *
     * @param place what the bytes are bound to
     */
    OutputStream sealing(OutputStream file, String place, String contentType, long length) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Head head = new Head(contentType, length, key);
        DataOutputStream out = new DataOutputStream(file);
        out.writeByte(VERSION);
        out.writeUTF(encryption.encrypt(PURPOSE, head.format()).value());
        out.flush();
        try {
            return cipher(key).newEncryptingStream(new StaysOpen(file), bytes(place));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an object could not be sealed", impossible);
        }
    }

    /**
     * Reads the head, and leaves the file where the bytes begin.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is not a head, or was changed
     */
    Head head(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("version %d of the format is unknown".formatted(version));
        }
        return Head.parse(encryption.decrypt(PURPOSE, new Encrypted(in.readUTF())));
    }

    /** The bytes behind a head; reading throws where they are not those that were sealed for this place. */
    InputStream opening(InputStream file, String place, Head head) throws IOException {
        try {
            return cipher(head.key()).newDecryptingStream(file, bytes(place));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an object could not be opened", impossible);
        }
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }

    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
