package org.tctf.builtinidentity;

import java.util.Optional;
import org.tctf.kernel.table.Condition;

/** Which account an address has: the one place that decides it. */
record AddressRow(String accountId, boolean confirmed) {

    /** The address still has this account. */
    static Condition has(String accountId) {
        return Condition.equal("accountId", accountId);
    }

    /** Nothing has happened to the address since it was read as having this unconfirmed account, or none. */
    static Condition stillHas(Optional<String> accountId) {
        return accountId
                .map(id -> has(id).and(Condition.equal("confirmed", false)))
                .orElse(Condition.absent());
    }
}
