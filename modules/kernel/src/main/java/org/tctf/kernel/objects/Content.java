package org.tctf.kernel.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * What goes into an object. It is read as a stream, again from its beginning when a store tries again.
 *
 * @param contentType lower case, {@code application/zip}, {@code text/plain;charset=utf-8}
 * @param length in bytes, 0 to {@link ObjectStore#MAX_BYTES}; the source has exactly as many
 */
public record Content(String contentType, long length, Source source) {
    private static final int MAX_TYPE = 100;
    private static final String NAME = "[a-z0-9][a-z0-9!#$&^_.+-]*";
    private static final Pattern TYPE = Pattern.compile(NAME + "/" + NAME + "(;[a-z]+=[A-Za-z0-9_.-]+)?");

    /** Opens the bytes, each time from the first; who reads them closes them. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** @throws IllegalArgumentException when the type is not one, or the length is out of bounds */
    public Content {
        checkType(contentType);
        checkLength(length);
    }

    public static Content of(String contentType, byte[] bytes) {
        return new Content(contentType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The bytes; reading throws {@link WrongLength} where the source has more or fewer than was said. */
    public InputStream open() throws IOException {
        return new ExactStream(source.open(), length);
    }

    /** @throws IllegalArgumentException when it is not a media type */
    static void checkType(String contentType) {
        if (contentType.length() > MAX_TYPE || !TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException(
                    "'%.40s' is no content type; it looks like application/zip".formatted(contentType));
        }
    }

    /** @throws IllegalArgumentException when an object cannot have as many bytes */
    static void checkLength(long length) {
        if (length < 0 || length > ObjectStore.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "%d bytes; an object has 0 to %d".formatted(length, ObjectStore.MAX_BYTES));
        }
    }
}
