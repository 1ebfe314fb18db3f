package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.tctf.kernel.web.PublicUrl;

/**
 * Where passkeys of this platform are good: the host of its public address. A browser takes no address of numbers for a
 * relying party, so on the loopback address it is {@code localhost}.
 */
@Singleton
public class RelyingParty {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private final URI base;

    public RelyingParty(PublicUrl publicUrl) {
        base = publicUrl.base();
    }

    /** The domain that passkeys are bound to. */
    public String id() {
        return LOOPBACK.contains(base.getHost()) ? "localhost" : base.getHost();
    }

    /** The only origin that may use them. */
    public String origin() {
        return "%s://%s%s".formatted(base.getScheme(), id(), base.getPort() < 0 ? "" : ":" + base.getPort());
    }
}
