package org.tctf.usermessage.adapter.store;

/** Numbers in sort keys: always as long, so that text sorts as they do. */
final class Numbers {
    private static final String SORTABLE = "%019d";

    private Numbers() {}

    static String sortable(long number) {
        return SORTABLE.formatted(number);
    }
}
