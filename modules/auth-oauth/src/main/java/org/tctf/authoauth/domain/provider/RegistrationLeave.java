package org.tctf.authoauth.domain.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Leave, by an administrator, for a number of applications to register themselves (RFC 7591 §1.2, "initial access token").
 *
 * @param label for people
 * @param scopes all that such an application may ever ask for
 * @param left how many may still register
 */
public record RegistrationLeave(String id, String label, List<String> scopes, int left, Instant until, long version) {
    public static final Duration LONGEST = Duration.ofDays(90);
    public static final int MOST = 100;

    /** @throws Problem {@code INVALID_REGISTRATION_TOKEN} */
    public RegistrationLeave {
        scopes = List.copyOf(scopes);
        if (label.isBlank() || scopes.isEmpty() || !Scopes.ALL.containsAll(scopes)) {
            throw Problem.invalid(
                    "INVALID_REGISTRATION_TOKEN",
                    "Say what the token is for, and which of the scopes %s applications may have."
                            .formatted(String.join(", ", Scopes.ALL)));
        }
    }

    /** @param by the administrator */
    public static Decision<RegistrationLeave> give(
            String id, String label, List<String> scopes, int applications, Instant until, String by) {
        return Decision.of(
                new RegistrationLeave(id, label, scopes, applications, until, 1),
                new RegistrationTokenCreated(id, label, applications, until, by));
    }

    /** Whether somebody may register by it now. */
    public boolean isGoodAt(Instant now) {
        return left > 0 && now.isBefore(until);
    }

    /** One fewer. */
    public RegistrationLeave used() {
        return new RegistrationLeave(id, label, scopes, left - 1, until, version + 1);
    }

    /**
     * Registers an application by it.
     *
     * @throws Refusal {@code invalid_client_metadata} when it wants more than this leave is for
     */
    public Decision<Client> register(
            String clientId, ClientMetadata metadata, @Nullable String secretHash, String managementHash, Instant now) {
        if (!scopes.containsAll(metadata.scopes())) {
            throw Refusal.of(
                    "invalid_client_metadata",
                    "Ask for no other scopes than these: %s.".formatted(String.join(" ", scopes)));
        }
        return Client.register(clientId, id, metadata, secretHash, managementHash, now);
    }
}
