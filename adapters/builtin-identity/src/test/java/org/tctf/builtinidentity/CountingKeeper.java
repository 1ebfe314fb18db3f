package org.tctf.builtinidentity;

import java.util.ArrayList;
import java.util.List;
import org.tctf.identity.Password;

/** Notes which hash was computed at which cost, and fails when told. */
final class CountingKeeper implements PasswordKeeper {
    private final PasswordKeeper keeper;
    final List<String> computed = new ArrayList<>();
    volatile boolean isDown;

    CountingKeeper(PasswordKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String keep(String accountId, Password password) {
        note("keep", keeper.nobodys());
        return keeper.keep(accountId, password);
    }

    @Override
    public String replace(String accountId, Password password) {
        note("replace", keeper.nobodys());
        return keeper.replace(accountId, password);
    }

    @Override
    public String nobodys() {
        return keeper.nobodys();
    }

    @Override
    public boolean matches(String accountId, String kept, Password password) {
        if (isDown) {
            throw new IllegalStateException("down");
        }
        note("match", kept);
        return keeper.matches(accountId, kept, password);
    }

    @Override
    public boolean isOutdated(String kept) {
        return keeper.isOutdated(kept);
    }

    private synchronized void note(String what, String phc) {
        computed.add(what + " at " + phc.split("\\$")[3]);
    }
}
