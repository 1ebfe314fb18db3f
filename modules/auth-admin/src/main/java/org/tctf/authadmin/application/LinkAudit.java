package org.tctf.authadmin.application;

import jakarta.inject.Singleton;

/** Links all entries that wait into the chain. It runs every minute. */
@Singleton
public class LinkAudit implements Runnable {
    /** Enough for a minute of a flood; the next minute goes on. */
    private static final int MAX_ROUNDS = 500;

    private final AuditChain chain;

    public LinkAudit(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public void run() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (chain.linkSome() == 0) {
                return;
            }
        }
    }
}
