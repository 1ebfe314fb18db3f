package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets what is older than the audit log is kept. It runs every day. */
@Singleton
public class ForgetOldAudit implements Runnable {
    /** Two years: a breach is often found after one (docs/security/retention.md). */
    public static final Duration KEPT = Duration.ofDays(730);

    private static final int MAX_ROUNDS = 2_000;

    private final AuditChain chain;
    private final InstantSource clock;

    public ForgetOldAudit(AuditChain chain, InstantSource clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant end = clock.instant().minus(KEPT);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (chain.forgetSome(end) == 0) {
                return;
            }
        }
    }
}
