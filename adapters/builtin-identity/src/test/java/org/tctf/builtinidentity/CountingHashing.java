package org.tctf.builtinidentity;

import java.util.ArrayList;
import java.util.List;
import org.tctf.identity.Password;

/** Notes which hash was computed at which cost. */
final class CountingHashing implements PasswordHashing {
    private final PasswordHashing hashing;
    final List<String> computed = new ArrayList<>();

    CountingHashing(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    @Override
    public String hash(Password password) {
        note("hash", hashing.nobodys());
        return hashing.hash(password);
    }

    @Override
    public String nobodys() {
        return hashing.nobodys();
    }

    @Override
    public boolean matches(Password password, String hash) {
        note("match", hash);
        return hashing.matches(password, hash);
    }

    @Override
    public boolean isOutdated(String hash) {
        return hashing.isOutdated(hash);
    }

    private synchronized void note(String what, String phc) {
        computed.add(what + " at " + phc.split("\\$")[3]);
    }
}
