package org.tctf.authmfa.domain;

/** None; one factor is enough. */
public record Off(String userId, long version) implements SecondFactor {

    @Override
    public boolean isNeeded() {
        return false;
    }
}
