package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tctf.kernel.Decision;

/** What a member lets an application do, until they take it back. */
public record Consent(
        String userId, String clientId, List<String> scopes, Instant since, Instant changedAt, long version) {

    public Consent {
        scopes = List.copyOf(scopes);
    }

    /** The first time. */
    public static Decision<Consent> first(String userId, Client client, List<String> scopes, Instant now) {
        return Decision.of(
                new Consent(userId, client.id(), scopes, now, now, 1),
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
                new Consent(userId, clientId, known, since, now, version + 1),
                new ConsentGranted(userId, clientId, client.metadata().name(), known));
    }

    public boolean covers(List<String> asked) {
        return scopes.containsAll(asked);
    }
}
