package org.tctf.builtinidentity;

import org.tctf.identity.ForeignHash;
import org.tctf.identity.Password;

/**
 * Knows hashes from elsewhere beside what another keeper keeps; each of them is outdated, so that the first right sign-in
 * hands its password over to the other keeper.
 *
 * <p>Until then a wrong password for such an account takes as long as its foreign hash does, and not as long as for all
 * others: the price of not having its password.
 */
record MigratingKeeper(PasswordKeeper keeper) implements PasswordKeeper {
    private static final String FOREIGN = "foreign:";

    static String foreign(ForeignHash hash) {
        return FOREIGN + hash.value();
    }

    @Override
    public String keep(String accountId, Password password) {
        return keeper.keep(accountId, password);
    }

    @Override
    public String replace(String accountId, Password password) {
        return keeper.replace(accountId, password);
    }

    @Override
    public void forget(String accountId) {
        keeper.forget(accountId);
    }

    @Override
    public String nobodys() {
        return keeper.nobodys();
    }

    @Override
    public boolean matches(String accountId, String kept, Password password) {
        return kept.startsWith(FOREIGN)
                ? ForeignHashes.matches(new ForeignHash(kept.substring(FOREIGN.length())), password)
                : keeper.matches(accountId, kept, password);
    }

    @Override
    public boolean isOutdated(String kept) {
        return kept.startsWith(FOREIGN) || keeper.isOutdated(kept);
    }
}
