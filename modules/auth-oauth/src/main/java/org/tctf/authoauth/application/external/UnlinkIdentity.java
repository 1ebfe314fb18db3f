package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/** Takes an identity elsewhere out of the ways into its member's account, and ends what it may have opened. */
@Singleton
public class UnlinkIdentity {
    private final IdentityProvider identity;
    private final SignInProviders providers;
    private final LinkChanges changes;
    private final EndExternalSessions endSessions;
    private final Ids ids;
    private final InstantSource clock;

    public UnlinkIdentity(
            IdentityProvider identity,
            SignInProviders providers,
            LinkChanges changes,
            EndExternalSessions endSessions,
            Ids ids,
            InstantSource clock) {
        this.identity = identity;
        this.providers = providers;
        this.changes = changes;
        this.endSessions = endSessions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code LINK_NOT_FOUND}, {@code LAST_WAY_IN} */
    public void unlink(Principal member, String linkId) {
        member.requireRecentProof(clock);
        String userId = member.memberId();
        Link link = identity.externalIdentities().of(userId).stream()
                .filter(one -> ListLinks.id(one).equals(linkId))
                .findFirst()
                .orElseThrow(UnlinkIdentity::notFound);
        String provider = providers.all().stream()
                .filter(one -> one.authority().equals(link.identity().issuer()))
                .map(SignInProvider::id)
                .findFirst()
                .orElse(link.identity().issuer());
        LinkChange change = new LinkChange(
                ids.next().toString(), userId, linkId, provider, false, member.sessionId(), clock.instant());
        changes.begin(change);
        switch (identity.externalIdentities().unlink(userId, link.identity())) {
            case UNLINKED -> {
                endSessions.end(change);
                changes.done(change);
            }
            case NOT_LINKED -> {
                changes.undone(change);
                throw notFound();
            }
            case LAST_WAY_IN -> {
                changes.undone(change);
                throw Problem.conflict(
                        "LAST_WAY_IN", "Nothing else leads into your account; set a password first, then unlink this.");
            }
        }
    }

    private static Problem notFound() {
        return Problem.notFound("LINK_NOT_FOUND", "You have no such link.");
    }
}
