package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * What a member lets an application do, until they take it back.
 *
 * @param withdrawn when which scopes were last taken back singly. Grants of before have lost them for good, also when the
 *     member agrees to them anew: nothing that the application still holds wakes up again. It is said here and asked at
 *     each use, so one write narrows all tokens there are
 */
public record Consent(
        String userId,
        String clientId,
        List<String> scopes,
        @Nullable Map<String, Instant> withdrawn,
        Instant since,
        Instant changedAt,
        long version) {

    public Consent {
        scopes = List.copyOf(scopes);
        withdrawn = withdrawn == null ? Map.of() : Map.copyOf(withdrawn);
    }

    /** The first time. */
    public static Decision<Consent> first(String userId, Client client, List<String> scopes, Instant now) {
        return Decision.of(
                new Consent(userId, client.id(), scopes, Map.of(), now, now, 1),
                new ConsentGranted(userId, client.id(), client.metadata().name(), scopes));
    }

    /** What was agreed to before stays; nothing is said of it when there is nothing more. */
    public Decision<Consent> extend(Client client, List<String> more, Instant now) {
        Set<String> all = new LinkedHashSet<>(scopes);
        if (!all.addAll(more)) {
            return Decision.of(this);
        }
        List<String> known = Scopes.known(all);
        return Decision.of(
                new Consent(userId, clientId, known, withdrawn, since, now, version + 1),
                new ConsentGranted(userId, clientId, client.metadata().name(), known));
    }

    /**
     * Leaves the application these scopes, and takes back the others.
     *
     * @param left some of those that it has; all of them change nothing
     * @throws Problem {@code INVALID_SCOPES} for none, or one that it does not have
     */
    public Decision<Consent> narrow(List<String> left, Instant now) {
        if (left.isEmpty() || !scopes.containsAll(left)) {
            throw Problem.invalid(
                            "INVALID_SCOPES",
                            "Leave the application some of %s; to leave it nothing, take the whole consent back."
                                    .formatted(String.join(", ", scopes)))
                    .at("/scopes");
        }
        List<String> gone =
                scopes.stream().filter(scope -> !left.contains(scope)).toList();
        if (gone.isEmpty()) {
            return Decision.of(this);
        }
        List<String> kept = Scopes.known(left);
        Map<String, Instant> all = new TreeMap<>(withdrawals());
        gone.forEach(scope -> all.put(scope, now));
        return Decision.of(
                new Consent(userId, clientId, kept, all, since, now, version + 1),
                new ConsentNarrowed(userId, clientId, kept));
    }

    /** The scopes that a grant of this moment has not, whatever it says: taken back since, or while it was being given. */
    public Set<String> withheldFrom(Instant grantedAt) {
        return Scopes.ALL.stream()
                .filter(scope -> !scopes.contains(scope)
                        || !grantedAt.isAfter(withdrawals().getOrDefault(scope, Instant.MIN)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Instant> withdrawals() {
        return withdrawn == null ? Map.of() : withdrawn;
    }

    public boolean covers(List<String> asked) {
        return scopes.containsAll(asked);
    }
}
