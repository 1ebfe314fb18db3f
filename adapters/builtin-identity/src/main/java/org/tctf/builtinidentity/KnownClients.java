package org.tctf.builtinidentity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Passwords;
import org.tctf.kernel.crypto.Hashes;

/**
 * Clients from which somebody has signed in with an address, oldest first: one item (OWASP, "Slow Down Online Guessing
 * Attacks with Device Cookies").
 */
record KnownClients(List<Client> clients, long version) {
    static final KnownClients NONE = new KnownClients(List.of(), 0);

    /** @param hash of the secret that it keeps */
    record Client(String hash, Instant until) {}

    KnownClients {
        clients = List.copyOf(clients);
    }

    /** By whose own count its tries are counted; absent when nobody knows it. */
    @Nullable
    String counterOf(@Nullable String secret, Instant now) {
        if (secret == null) {
            return null;
        }
        String hash = Hashes.sha256(secret);
        boolean isKnown =
                clients.stream().anyMatch(client -> client.hash().equals(hash) && now.isBefore(client.until()));
        return isKnown ? hash : null;
    }

    KnownClients with(String secret, Instant now) {
        List<Client> living =
                clients.stream().filter(client -> now.isBefore(client.until())).toList();
        List<Client> kept = living.subList(Math.max(0, living.size() - (Passwords.MAX_KNOWN - 1)), living.size());
        Client fresh = new Client(Hashes.sha256(secret), now.plus(Passwords.KNOWN));
        return new KnownClients(Stream.concat(kept.stream(), Stream.of(fresh)).toList(), version + 1);
    }
}
