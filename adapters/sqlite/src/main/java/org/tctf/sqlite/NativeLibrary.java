package org.tctf.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * Where SQLite's native library lies. The driver unpacks it into the temporary folder at every start, under a new name;
 * kept in one place it is unpacked once, which takes some 40 ms of processor time from each later start.
 */
public final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());

    private NativeLibrary() {}

    /**
     * Unpacks the library into this folder unless it is there, and has the driver use it. Must be called before the
     * first database is opened. Where that is impossible, the driver's own way is left to it; so it is when the system
     * property {@code org.sqlite.lib.path} already names a folder.
     */
    public static void keepIn(Path folder) {
        String resource = "/org/sqlite/native/%s/%s"
                .formatted(OSInfo.getNativeLibFolderPathForCurrentOS(), System.mapLibraryName("sqlitejdbc"));
        if (System.getProperty(PATH) != null) {
            return;
        }
        Path home = folder.toAbsolutePath().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        try {
            Path library = home.resolve(System.mapLibraryName("sqlitejdbc"));
            if (!Files.exists(library)) {
                unpack(resource, library);
            }
            System.setProperty(PATH, home.toString());
        } catch (IOException slower) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "SQLite's library cannot be kept in {0}: {1}",
                    folder,
                    slower.toString());
        }
    }

    /** Under another name first: a crash in between must not leave half a library. */
    private static void unpack(String resource, Path library) throws IOException {
        Files.createDirectories(library.getParent());
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IOException(resource + " is not in the driver");
            }
            Path fresh = Files.createTempFile(library.getParent(), "unpacking", null);
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
