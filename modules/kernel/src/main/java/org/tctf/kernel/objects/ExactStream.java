package org.tctf.kernel.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after as many bytes as were said, and fails where its source does not: no store need count for itself. */
final class ExactStream extends FilterInputStream {
    private final long length;
    private long left;

    ExactStream(InputStream source, long length) {
        super(source);
        this.length = length;
        left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (left == 0) {
            requireEnd();
            return -1;
        }
        int got = in.read(buffer, offset, (int) Math.min(count, left));
        if (got < 0) {
            throw new WrongLength(length, "only " + (length - left));
        }
        left -= got;
        if (left == 0) {
            // Asked at once: a reader that counts for itself does not come back to hear of the end.
            requireEnd();
        }
        return got;
    }

    private void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw new WrongLength(length, "more");
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
