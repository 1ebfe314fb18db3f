package org.tctf.app.console.page;

/** An address with those query parameters that have a value. */
final class Link {
    private final StringBuilder address;
    private char separator = '?';

    Link(String path) {
        address = new StringBuilder(path);
    }

    Link with(String name, String value) {
        if (!value.isBlank()) {
            address.append(separator).append(name).append('=').append(Text.query(value));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
