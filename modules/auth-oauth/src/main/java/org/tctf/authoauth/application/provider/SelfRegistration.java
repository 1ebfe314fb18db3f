package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Hashes;

/** An application registers itself, by an administrator's leave (RFC 7591 §3). */
@Singleton
public class SelfRegistration {
    private final RegistrationLeaves leaves;
    private final FreshSecrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    public SelfRegistration(RegistrationLeaves leaves, FreshSecrets secrets, Ids ids, InstantSource clock) {
        this.leaves = leaves;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param secret shown this once; absent where the application has none
     * @param managementToken shown this once (RFC 7592 §3, registration access token)
     */
    public record SelfRegistered(Client client, @Nullable String secret, String managementToken) {

        @Override
        public String toString() {
            return "SelfRegistered[" + client.id() + "]";
        }
    }

    /** @throws org.tctf.authoauth.domain.provider.Refusal {@code invalid_token}, {@code invalid_client_metadata} */
    public SelfRegistered register(String token, ClientMetadata metadata) {
        @Nullable String secret = metadata.authentication().bySecret() ? secrets.next() : null;
        String managementToken = secrets.next();
        String id = ids.next().toString();
        Client client = leaves.use(
                token,
                leave -> leave.register(
                        id,
                        metadata,
                        secret == null ? null : Hashes.sha256(secret),
                        Hashes.sha256(managementToken),
                        clock.instant()));
        return new SelfRegistered(client, secret, managementToken);
    }
}
