package org.tctf.authmfa.application;

import java.net.URI;
import java.util.Set;
import org.tctf.kernel.web.PublicUrl;

/**
 * Where passkeys of this platform are good: the host of its public address. A browser takes no address of numbers for a
 * relying party, so on the loopback address it is {@code localhost}.
 *
 * @param id the domain that passkeys are bound to
 * @param origin the only one that may use them
 */
public record RelyingParty(String id, String origin) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    public static RelyingParty at(PublicUrl publicUrl) {
        URI base = publicUrl.base();
        String id = LOOPBACK.contains(base.getHost()) ? "localhost" : base.getHost();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return new RelyingParty(id, "%s://%s%s".formatted(base.getScheme(), id, port));
    }
}
