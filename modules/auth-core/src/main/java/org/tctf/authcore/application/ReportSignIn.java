package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.SessionEvicted;
import org.tctf.authcore.domain.SignedIn;
import org.tctf.identity.Proof;

/**
 * Says that a session was opened, whichever service opened it: SIGNED_IN has one publisher, so that whoever reacts to
 * sign-ins need not know how many ways in there are.
 */
@Singleton
public class ReportSignIn {
    private final SecurityFacts facts;

    public ReportSignIn(SecurityFacts facts) {
        this.facts = facts;
    }

    /**
     * @param proofs one or two, in their order
     * @param evicted ids of the sessions that had to go for it
     */
    public void report(
            String userId, String sessionId, List<Proof> proofs, @Nullable String device, List<String> evicted) {
        Stream<Object> gone = evicted.stream().map(id -> new SessionEvicted(userId, id));
        Proof second = proofs.size() > 1 ? proofs.get(1) : null;
        Stream<Object> opened = Stream.of(new SignedIn(userId, sessionId, proofs.getFirst(), second, device));
        facts.happened(userId, Stream.concat(gone, opened).toArray());
    }
}
