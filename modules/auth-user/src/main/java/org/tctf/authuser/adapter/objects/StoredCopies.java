package org.tctf.authuser.adapter.objects;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Copies;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;

/** Copies lie under their member's id, so that all of them are found. */
@Singleton
public class StoredCopies implements Copies {
    private static final Duration TO_FETCH = Duration.ofMinutes(15);

    private final ObjectStore store;

    public StoredCopies(ObjectStores stores) {
        store = stores.of(AuthUserService.DEFINITION, AuthUserService.COPIES);
    }

    @Override
    public void make(String userId, String exportId, SortedMap<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        store.put(key(userId, exportId), Content.of("application/zip", bytes.toByteArray()));
    }

    @Override
    public URI address(String userId, String exportId) {
        return store.downloadAddress(key(userId, exportId), new FileName("tctf-data.zip"), TO_FETCH);
    }

    @Override
    public void forget(String userId) {
        store.deleteUnder(ObjectKey.of(userId));
    }

    private static ObjectKey key(String userId, String exportId) {
        return ObjectKey.of(userId, exportId + ".zip");
    }
}
