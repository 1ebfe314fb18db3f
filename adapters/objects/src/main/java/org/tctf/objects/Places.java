package org.tctf.objects;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.tctf.kernel.objects.ObjectKey;

/**
 * Where objects lie under a store's folder: a folder for each part of the key but the last, a file for that. Whatever is
 * not a small letter, digit or one of {@code -_} is escaped byte by byte, so that names are the same on file systems that
 * ignore case, normalise Unicode or forbid characters; dots too, so that no folder is called like a file.
 */
record Places(Path root) {
    private static final String FILE = ".object";

    Path file(ObjectKey key) {
        Path folder = folder(key);
        return folder.resolveSibling(folder.getFileName() + FILE);
    }

    /** The folder of all keys that begin with this one's parts. */
    Path folder(ObjectKey key) {
        Path place = root;
        for (String part : key.value().split("/", -1)) {
            place = place.resolve(escaped(part));
        }
        return place;
    }

    static boolean isObject(Path file) {
        return file.toString().endsWith(FILE);
    }

    private static String escaped(String part) {
        StringBuilder name = new StringBuilder();
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            if (one >= 'a' && one <= 'z' || one >= '0' && one <= '9' || one == '-' || one == '_') {
                name.append((char) one);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(one));
            }
        }
        return name.toString();
    }
}
