package org.tctf.authmfa.domain;

/** Proved; the provider is being told to ask for it. */
public record Enabling(String userId, Factor factor, long version) implements Usable {

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public Enabling with(Factor other) {
        return new Enabling(userId, other, version + 1);
    }

    @Override
    public Ruling<SecondFactor> settled() {
        On on = new On(userId, factor, version + 1);
        return Ruling.of(on, on, new MfaEnabled(userId));
    }
}
