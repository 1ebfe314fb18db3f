package org.tctf.authcore.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.Session;

/**
 * @param usedAt when its tokens were last refreshed
 * @param device what the client said it is
 * @param current whether it is the one that asks
 */
record SessionView(
        String id,
        Instant openedAt,
        Instant usedAt,
        Instant expiresAt,
        @Nullable String device,
        boolean current) {

    static SessionView of(Session session, Principal caller) {
        return new SessionView(
                session.id(),
                session.openedAt(),
                session.usedAt(),
                session.expiresAt(),
                session.device(),
                session.id().equals(caller.sessionId()));
    }
}
