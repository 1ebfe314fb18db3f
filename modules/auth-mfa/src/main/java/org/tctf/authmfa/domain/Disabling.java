package org.tctf.authmfa.domain;

/** Its member does not want it any more; the provider is being told no longer to ask for it. */
public record Disabling(String userId, Factor factor, long version) implements Usable {

    public static Disabling after(Usable before) {
        return new Disabling(before.userId(), before.factor(), before.version() + 1);
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public Disabling with(Factor other) {
        return new Disabling(userId, other, version + 1);
    }

    /** The secret and all codes go: what is not used any more need not be kept. */
    @Override
    public Ruling<SecondFactor> settled() {
        Off off = new Off(userId, version + 1);
        return Ruling.of(off, off, new MfaDisabled(userId));
    }
}
