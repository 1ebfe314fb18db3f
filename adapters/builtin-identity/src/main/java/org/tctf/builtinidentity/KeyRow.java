package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.ServiceKey;
import org.tctf.kernel.table.Row;

/** A service key as it lies in the table, under its hash. */
record KeyRow(
        String id,
        String hash,
        String accountId,
        String name,
        String hint,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        long version) {

    /** When a key was last used, a row of its own: whoever proves keys may write that and nothing else. */
    record Use(LocalDate on) {}

    KeyRow until(Instant end) {
        return new KeyRow(
                id,
                hash,
                accountId,
                name,
                hint,
                scopes,
                createdAt,
                expiresAt.isBefore(end) ? expiresAt : end,
                version + 1);
    }

    boolean isLivingAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    Row row() {
        return Row.of(ProviderTable.SERVICE_KEY.key(hash), this).expires(expiresAt);
    }

    Principal principal() {
        return Principal.ofServiceKey(accountId, id, scopes);
    }

    ServiceKey key(@Nullable LocalDate lastUsedOn) {
        return new ServiceKey(id, accountId, name, hint, scopes, createdAt, expiresAt, lastUsedOn);
    }
}
