package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import java.util.List;

/**
 * How a member proved who they are.
 *
 * @param at when they last did
 * @param acr {@code "1"} one factor, {@code "2"} two
 * @param methods RFC 8176
 */
public record Authentication(Instant at, String acr, List<String> methods) {
    public static final List<String> ACRS = List.of("1", "2");

    public Authentication {
        methods = List.copyOf(methods);
    }
}
