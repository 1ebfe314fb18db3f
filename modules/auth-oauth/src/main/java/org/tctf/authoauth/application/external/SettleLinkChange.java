package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import org.tctf.identity.IdentityProvider;

/** Tells of a link that was made or taken out by a request that died on the way; or forgets it, if it was not. */
@Singleton
public class SettleLinkChange {
    private final LinkChanges changes;
    private final IdentityProvider identity;
    private final EndExternalSessions endSessions;

    public SettleLinkChange(LinkChanges changes, IdentityProvider identity, EndExternalSessions endSessions) {
        this.changes = changes;
        this.identity = identity;
        this.endSessions = endSessions;
    }

    public void settle(FinishLinkChange command) {
        changes.find(command.changeId()).ifPresent(left -> {
            boolean isThere = identity.externalIdentities().of(left.userId()).stream()
                    .anyMatch(link -> ListLinks.id(link).equals(left.linkId()));
            if (isThere == left.isLinked()) {
                if (!isThere) {
                    endSessions.end(left);
                }
                changes.done(left);
            } else {
                changes.undone(left);
            }
        });
    }
}
