package org.tctf.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tctf.kernel.table.TableUnavailable;

/** The store could not do what it was asked to: one sentence, what happened to which file, and what to do. */
public final class StorageException extends TableUnavailable {
    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    static StorageException of(Path file, SQLException cause) {
        return new StorageException(sentence(file, cause), cause);
    }

    static StorageException damaged(Path file, String how) {
        return new StorageException(
                "%s is damaged or not a database (%s): restore it from a backup, or move it away to start empty"
                        .formatted(file, how));
    }

    static StorageException closed(Path file) {
        return new StorageException("%s is closed: the platform is stopping; try again when it runs".formatted(file));
    }

    private static String sentence(Path file, SQLException cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return "%s: a database statement failed: %s".formatted(file, cause.getMessage());
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        // The low byte of an extended code is its primary code (https://sqlite.org/rescode.html).
        return switch (code.code & 0xFF) {
            case 13 ->
                "The disk of %s is full: free some space; nothing was written and nothing is damaged".formatted(file);
            case 11, 26 ->
                "%s is damaged or not a database (%s): restore it from a backup, or move it away to start empty"
                        .formatted(file, code);
            case 3, 8, 14, 23 ->
                "%s cannot be opened for writing (%s): make the file and its folder writable, or choose another folder"
                        .formatted(file, code);
            case 5, 6 -> "%s is locked by another program (%s): stop it and try again".formatted(file, code);
            case 10 -> "The disk of %s failed (%s): nothing was acknowledged; check the disk".formatted(file, code);
            default -> "%s: a database statement failed: %s".formatted(file, sqlite.getMessage());
        };
    }
}
