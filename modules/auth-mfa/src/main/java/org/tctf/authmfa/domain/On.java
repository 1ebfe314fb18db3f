package org.tctf.authmfa.domain;

/** The provider asks for it. */
public record On(String userId, Factor factor, long version) implements Usable {

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public On with(Factor other) {
        return new On(userId, other, version + 1);
    }
}
