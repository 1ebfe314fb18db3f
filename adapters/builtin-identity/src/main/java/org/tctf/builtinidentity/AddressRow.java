package org.tctf.builtinidentity;

import org.tctf.kernel.table.Condition;

/** Which account an address has: the one place that decides it. */
record AddressRow(String accountId, boolean confirmed) {

    /** The address still has this account. */
    static Condition has(String accountId) {
        return Condition.equal("accountId", accountId);
    }

    /** Nobody has confirmed the address. */
    static Condition isFree() {
        return Condition.absent().or(Condition.equal("confirmed", false));
    }
}
