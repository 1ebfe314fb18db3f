package org.tctf.builtinidentity;

import org.tctf.identity.Password;

/** Which passwords an account has had: hashes of our own, since another keeper gives none away. */
record PasswordHistory(PasswordKeeper keeper, Argon2id hashing) {

    /** @param kept what the keeper has just given back for this password */
    String hash(String kept, Password password) {
        return keeper == hashing ? kept : hashing.hash(password);
    }

    /** Compares with all, so the time taken does not tell which. */
    boolean has(AccountRow account, Password password) {
        return account.pastHashes().stream()
                        .filter(hash -> hashing.matches(account.id(), hash, password))
                        .count()
                > 0;
    }
}
