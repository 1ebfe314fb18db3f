package org.tctf.kernel.table;

/**
 * A write's condition did not hold, so nothing was written. A store turns it into what it means in its domain (a taken
 * name, a lost race); one that escapes is answered with 409 {@code CONCURRENT_MODIFICATION}.
 */
public final class ConditionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Key key;

    public ConditionFailed(Key key) {
        super("the condition on %s/%s did not hold".formatted(key.pk(), key.sk()), null, false, false);
        this.key = key;
    }

    /** The first item, in the transaction's order, whose condition failed. */
    public Key key() {
        return key;
    }
}
