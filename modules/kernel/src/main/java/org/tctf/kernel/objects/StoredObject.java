package org.tctf.kernel.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * An object that was found, opened for reading; close it.
 *
 * @param content fails with an {@link IOException} where the store breaks off, or the bytes are not those that were put
 */
public record StoredObject(String contentType, long length, InputStream content) implements AutoCloseable {

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
