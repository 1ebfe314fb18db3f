package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.crypto.Hashes;

/**
 * Which application calls. It has to prove itself in the way that it was registered with, and no other; whatever is wrong,
 * the answer is the same, after the same work.
 */
@Singleton
public class ProveClient {
    private final Clients clients;
    private final ClientProofs proofs;
    private final Assertions assertions;
    private final InstantSource clock;

    public ProveClient(Clients clients, ClientProofs proofs, Assertions assertions, InstantSource clock) {
        this.clients = clients;
        this.proofs = proofs;
        this.assertions = assertions;
        this.clock = clock;
    }

    /** What a request brings. */
    public sealed interface Proof {
        String clientId();
    }

    /** Nothing but its id. */
    public record JustId(String clientId) implements Proof {}

    /** @param how CLIENT_SECRET_BASIC or CLIENT_SECRET_POST */
    public record BySecret(String clientId, AuthenticationMethod how, String secret) implements Proof {

        @Override
        public String toString() {
            return "BySecret[" + clientId + "]";
        }
    }

    /** A JWT that it has signed (RFC 7523 §2.2). */
    public record ByAssertion(String clientId, String assertion) implements Proof {}

    /** @throws Refusal {@code invalid_client} */
    public Client prove(Proof proof) {
        Client client = clients.find(proof.clientId()).orElse(null);
        boolean isProven = switch (proof) {
            case JustId _ -> client != null && client.isPublic();
            case BySecret(var _, var how, var secret) -> {
                String hash = Hashes.sha256(secret);
                yield client != null
                        && client.metadata().authentication() == how
                        && client.hasSecret(hash, clock.instant());
            }
            case ByAssertion(var _, var assertion) ->
                client != null
                        && client.metadata().authentication() == AuthenticationMethod.PRIVATE_KEY_JWT
                        && proofs.read(client, assertion)
                                .filter(read -> assertions.use(client.id(), read.id(), read.until()))
                                .isPresent();
        };
        if (client == null || !isProven) {
            throw Refusal.of("invalid_client", "The application could not be authenticated.");
        }
        return client;
    }
}
