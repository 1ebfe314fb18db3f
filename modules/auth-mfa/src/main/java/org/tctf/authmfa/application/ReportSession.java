package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.tctf.authmfa.domain.MfaSignInCompleted;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;

/** Says that a session was opened here; auth-core makes SIGNED_IN of it. */
@Singleton
public class ReportSession {
    private final MemberFacts facts;

    public ReportSession(MemberFacts facts) {
        this.facts = facts;
    }

    public void report(SignIns.Opened opened) {
        String userId = opened.account().id();
        facts.happened(
                userId,
                new MfaSignInCompleted(
                        userId,
                        opened.tokens().sessionId(),
                        opened.proofs().stream().map(Proof::name).toList(),
                        opened.device(),
                        opened.evicted()));
    }
}
