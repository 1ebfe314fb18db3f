package org.tctf.cognito;

import org.tctf.builtinidentity.PasswordKeeper;
import org.tctf.identity.Password;

/** Passwords as those of the pool's users; an account's row keeps only that they are there. */
final class PoolPasswords implements PasswordKeeper {
    private static final String IN_THE_POOL = "cognito";

    private final PoolUsers users;
    private final LeftOverUsers leftOver;

    PoolPasswords(PoolUsers users, LeftOverUsers leftOver) {
        this.users = users;
        this.leftOver = leftOver;
    }

    /** Makes a user in any case, since making one only for free addresses would tell which are free. */
    @Override
    public String keep(String accountId, Password password) {
        leftOver.expect(accountId);
        users.make(accountId);
        users.setPassword(accountId, password);
        leftOver.clear();
        return IN_THE_POOL;
    }

    @Override
    public String replace(String accountId, Password password) {
        if (!users.setPassword(accountId, password)) {
            users.make(accountId);
            users.setPassword(accountId, password);
        }
        return IN_THE_POOL;
    }

    @Override
    public void forget(String accountId) {
        users.delete(accountId);
    }

    @Override
    public String nobodys() {
        return IN_THE_POOL;
    }

    @Override
    public boolean matches(String accountId, String kept, Password password) {
        return users.hasPassword(accountId, password);
    }

    @Override
    public boolean isOutdated(String kept) {
        return false;
    }
}
