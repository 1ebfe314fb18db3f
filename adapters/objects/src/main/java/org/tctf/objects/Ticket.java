package org.tctf.objects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;

/** What an address lets its holder do. */
sealed interface Ticket {
    StoreName store();

    ObjectKey key();

    /** From then on it lets nobody in. */
    Instant ends();

    record Download(StoreName store, ObjectKey key, Instant ends, FileName name) implements Ticket {}

    record Upload(StoreName store, ObjectKey key, Instant ends, String contentType, long length) implements Ticket {

        /** The same as S3 asks for, so that clients need not know who answers. */
        Map<String, String> headers() {
            return Map.of("Content-Type", contentType, "If-None-Match", "*");
        }
    }

    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(this instanceof Download);
            out.writeUTF(store().service());
            out.writeUTF(store().store());
            out.writeUTF(key().value());
            out.writeLong(ends().toEpochMilli());
            switch (this) {
                case Download download -> out.writeUTF(download.name().value());
                case Upload upload -> {
                    out.writeUTF(upload.contentType());
                    out.writeLong(upload.length());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Only of bytes that {@link #bytes} made: what is signed makes sense. */
    static Ticket parse(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            boolean isDownload = in.readBoolean();
            StoreName store = new StoreName(in.readUTF(), in.readUTF());
            ObjectKey key = new ObjectKey(in.readUTF());
            Instant ends = Instant.ofEpochMilli(in.readLong());
            return isDownload
                    ? new Download(store, key, ends, new FileName(in.readUTF()))
                    : new Upload(store, key, ends, in.readUTF(), in.readLong());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
