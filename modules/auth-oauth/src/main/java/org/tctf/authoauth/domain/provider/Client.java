package org.tctf.authoauth.domain.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Somebody's application.
 *
 * @param ownerId the member whose it is, or the {@link RegistrationLeave} by which it registered itself
 * @param secrets the present one first, then one that was replaced and is still good for a while
 * @param managementHash of the token that it manages itself with (RFC 7592); absent of members' applications
 */
public record Client(
        String id,
        String ownerId,
        ClientMetadata metadata,
        List<ClientSecret> secrets,
        @Nullable String managementHash,
        Instant registeredAt,
        long version) {
    /** Of one member. */
    public static final int MAX_OF_OWNER = 20;

    /** How long a replaced secret is still good, so that an application can change it without a pause. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    public Client {
        secrets = List.copyOf(secrets);
    }

    /** @param secretHash absent for applications that prove themselves otherwise, or not at all */
    public static Decision<Client> register(
            String id, String ownerId, ClientMetadata metadata, @Nullable String secretHash, Instant now) {
        return register(id, ownerId, metadata, secretHash, null, now);
    }

    /** One that has registered itself. */
    static Decision<Client> register(
            String id,
            String ownerId,
            ClientMetadata metadata,
            @Nullable String secretHash,
            @Nullable String managementHash,
            Instant now) {
        List<ClientSecret> secrets = secretHash == null ? List.of() : List.of(new ClientSecret(secretHash, null));
        Client client = new Client(id, ownerId, metadata, secrets, managementHash, now, 1);
        return Decision.of(client, new ClientRegistered(id, metadata.name(), ownerId));
    }

    /** @throws Problem {@code CLIENT_AUTHENTICATION_FIXED}: what an application proves itself with cannot change */
    public Decision<Client> change(ClientMetadata next) {
        if (next.authentication() != metadata.authentication()) {
            throw Problem.conflict(
                    "CLIENT_AUTHENTICATION_FIXED",
                    "How an application proves itself cannot change; register another one.");
        }
        return Decision.of(new Client(id, ownerId, next, secrets, managementHash, registeredAt, version + 1));
    }

    /** @throws Problem {@code NO_CLIENT_SECRET} for an application that has none */
    public Decision<Client> replaceSecret(String secretHash, Instant now) {
        if (secrets.isEmpty()) {
            throw Problem.conflict("NO_CLIENT_SECRET", "This application has no secret that could be replaced.");
        }
        List<ClientSecret> next = List.of(
                new ClientSecret(secretHash, null),
                new ClientSecret(secrets.getFirst().hash(), now.plus(OVERLAP)));
        return Decision.of(new Client(id, ownerId, metadata, next, managementHash, registeredAt, version + 1));
    }

    /** Whether a secret is this application's; takes the same time whichever it is. */
    public boolean hasSecret(String hash, Instant now) {
        boolean found = false;
        for (ClientSecret secret : secrets) {
            boolean same = MessageDigest.isEqual(
                    secret.hash().getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
            found |= same && secret.isGoodAt(now);
        }
        return found;
    }

    /** Whether it is this application that wants to manage itself. */
    public boolean isManagedBy(String hash) {
        return managementHash != null
                && MessageDigest.isEqual(
                        managementHash.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isPublic() {
        return metadata.authentication() == AuthenticationMethod.NONE;
    }

    /** @throws Problem {@code UNKNOWN_REDIRECT_URI}, for the member who was sent here: nobody can be sent back */
    public RedirectUri requireRedirectUri(String asked) {
        return redirectUri(asked)
                .orElseThrow(
                        () -> Problem.invalid(
                                "UNKNOWN_REDIRECT_URI",
                                "The application that sent you here wants the answer at an address that it has not registered."));
    }

    /** The registered redirect URI that was asked for. */
    public Optional<RedirectUri> redirectUri(String asked) {
        return metadata.redirectUris().stream()
                .filter(uri -> uri.matches(asked))
                .findFirst();
    }

    /** The registered address for after a sign-out; exact, whatever it is. */
    public boolean mayBeLeftFor(String asked) {
        return metadata.postLogoutRedirectUris().stream()
                .anyMatch(uri -> uri.value().equals(asked));
    }

    /**
     * Whether nobody else can pass for it where answers go. If not, its users are asked each time (RFC 8252 §8.6).
     */
    public boolean isAssuredAt(RedirectUri redirectUri) {
        return !(isPublic() && redirectUri.isOnDevice());
    }
}
