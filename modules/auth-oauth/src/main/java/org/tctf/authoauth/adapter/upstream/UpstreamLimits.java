package org.tctf.authoauth.adapter.upstream;

import java.time.Duration;

/**
 * What a provider may take of us. A callback makes four calls at most, the first of which may be made twice; even then the
 * caller has an answer before the gateway gives up after 29 s.
 */
final class UpstreamLimits {
    /** To connect; also between two parts of an answer. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    /** For one call, from the name's resolution to the answer's last byte. */
    static final Duration ANSWER = Duration.ofSeconds(4);

    /** A discovery document has some 3 KB, a set of keys some 10 KB. */
    static final int BYTES = 256 * 1024;

    /** At once, of one provider, in one process: a slow one takes no more of it. */
    static final int AT_ONCE = 20;

    private UpstreamLimits() {}
}
