package org.tctf.authmfa.domain;

import java.util.List;
import java.util.OptionalLong;

/** A code that somebody typed, as far as it can be judged without what is kept. */
public sealed interface TypedCode {

    /** @param step the time step in which it is right; none when it is right in none of those that are open */
    record Totp(OptionalLong step) implements TypedCode {}

    /** @param digests what it may have been digested to when it was issued */
    record Backup(List<String> digests) implements TypedCode {}

    /** @param digests what it may have been digested to when it was issued */
    record Temporary(List<String> digests) implements TypedCode {}

    default CodeKind kind() {
        return switch (this) {
            case Totp _ -> CodeKind.TOTP;
            case Backup _ -> CodeKind.BACKUP_CODE;
            case Temporary _ -> CodeKind.TEMPORARY_BACKUP_CODE;
        };
    }
}
