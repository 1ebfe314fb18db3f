package org.tctf.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program calls us. The key itself is known to its owner alone.
 *
 * @param accountId the service account, which stays when its key is replaced
 * @param name what it is for
 * @param hint the key's last four characters
 * @param scopes {@code <service>:read} or {@code <service>:write}
 * @param lastUsedOn the day (UTC)
 */
public record ServiceKey(
        String id,
        String accountId,
        String name,
        String hint,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsedOn) {

    public ServiceKey {
        scopes = Set.copyOf(scopes);
    }
}
