package org.tctf.authadmin.adapter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.NewKey;
import org.tctf.identity.ServiceKey;

/**
 * @param key the key itself, shown this once; keep it now
 * @param accountId the service account, which stays when its key is replaced
 * @param hint the key's last four characters
 * @param lastUsedOn the day (UTC)
 */
record ApiKeyView(
        String id,
        @Nullable String key,
        String accountId,
        String name,
        String hint,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsedOn) {

    static ApiKeyView of(ServiceKey key) {
        return of(key, null);
    }

    static ApiKeyView of(NewKey made) {
        return of(made.key(), made.secret());
    }

    private static ApiKeyView of(ServiceKey key, @Nullable String secret) {
        return new ApiKeyView(
                key.id(),
                secret,
                key.accountId(),
                key.name(),
                key.hint(),
                key.scopes().stream().sorted().toList(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedOn());
    }

    @Override
    public String toString() {
        return "ApiKeyView[" + id + "]";
    }
}
