package org.tctf.builtinidentity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Proves service keys: by their hash in the table, remembered for {@link #KNOWN_FOR}, so that one that is revoked is refused
 * everywhere after that. A key that is not one is never remembered; its checksum mostly saves the read.
 */
final class KnownServiceKeys {
    /** How long a key that was good may be taken without looking again. */
    static final Duration KNOWN_FOR = EndedSessions.KNOWN_WITHIN;

    private static final System.Logger LOG = System.getLogger(KnownServiceKeys.class.getName());

    private record Known(KeyRow row, Instant until) {}

    private final ServiceTable table;
    private final InstantSource clock;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<String, LocalDate> used =
            Caffeine.newBuilder().maximumSize(1_000).build();

    KnownServiceKeys(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @throws Problem {@code INVALID_TOKEN}, {@code TOKEN_EXPIRED} */
    Principal verify(String key) {
        if (!KeyText.isWellFormed(key)) {
            throw invalid("it is mistyped or made up");
        }
        Instant now = clock.instant();
        KeyRow row = row(Hashes.sha256(key), now);
        if (!row.isLivingAt(now)) {
            throw Problem.unauthenticated("TOKEN_EXPIRED", "This service key has expired; make another one.");
        }
        note(row.id(), now.atOffset(ZoneOffset.UTC).toLocalDate());
        return row.principal();
    }

    boolean knows(String key) {
        return known.getIfPresent(Hashes.sha256(key)) != null;
    }

    void forget(String hash) {
        known.invalidate(hash);
    }

    private KeyRow row(String hash, Instant now) {
        Known here = known.getIfPresent(hash);
        if (here != null && now.isBefore(here.until())) {
            return here.row();
        }
        known.invalidate(hash);
        KeyRow row = table.get(ProviderTable.SERVICE_KEY.key(hash), KeyRow.class)
                .orElseThrow(() -> invalid("it is unknown, or was revoked"));
        known.put(hash, new Known(row, now.plus(KNOWN_FOR)));
        return row;
    }

    /** Once a day for each key and process. That it cannot be written down is no reason to refuse the key. */
    private void note(String keyId, LocalDate today) {
        if (today.equals(used.getIfPresent(keyId))) {
            return;
        }
        used.put(keyId, today);
        try {
            table.commit(Change.none().put(Row.of(ProviderTable.SERVICE_KEY_USE.key(keyId), new KeyRow.Use(today))));
        } catch (RuntimeException notWritten) {
            LOG.log(Level.DEBUG, "the use of key {0} was not written down: {1}", keyId, notWritten.getMessage());
        }
    }

    private static Problem invalid(String why) {
        return Problem.unauthenticated("INVALID_TOKEN", "This service key cannot be accepted: %s.".formatted(why));
    }
}
