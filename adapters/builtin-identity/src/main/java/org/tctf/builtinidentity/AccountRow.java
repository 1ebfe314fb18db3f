package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.tctf.identity.Account;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Row;

/** An account as it lies in the table. */
record AccountRow(
        String id,
        EmailAddress email,
        String passwordHash,
        boolean confirmed,
        boolean enabled,
        Set<Role> roles,
        long version) {
    /** An account that nobody confirms may go; sign-ups live a day. */
    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);

    static final String ENABLED = "enabled";

    static AccountRow unconfirmed(String id, EmailAddress email, String passwordHash) {
        return new AccountRow(id, email, passwordHash, false, true, Set.of(Role.MEMBER), 1);
    }

    AccountRow asConfirmed() {
        return new AccountRow(id, email, passwordHash, true, enabled, roles, version + 1);
    }

    AccountRow withEnabled(boolean isEnabled) {
        return new AccountRow(id, email, passwordHash, confirmed, isEnabled, roles, version + 1);
    }

    AccountRow withPasswordHash(String hash) {
        return new AccountRow(id, email, hash, confirmed, enabled, roles, version + 1);
    }

    Account account() {
        return new Account(id, email, roles);
    }

    Row row(Instant now) {
        Row row = Row.of(ProviderTable.ACCOUNT.key(id), this);
        return confirmed ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }

    /** What the address points to. */
    Row addressRow(Instant now) {
        Row row = Row.of(ProviderTable.ADDRESS.key(email), new AddressRow(id, confirmed));
        return confirmed ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }
}
