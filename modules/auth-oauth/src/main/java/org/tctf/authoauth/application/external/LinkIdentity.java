package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.ProvedIdentity;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/**
 * Makes an identity elsewhere a way into its member's account. The link is the provider's, the fact ours: two stores, so
 * what is about to happen is written first, and {@link SettleLinkChange} sees to it after a crash.
 */
@Singleton
public class LinkIdentity {
    private final FindProvider findProvider;
    private final EndAttempt endAttempt;
    private final IdentityProvider identity;
    private final LinkChanges changes;
    private final Ids ids;
    private final InstantSource clock;

    public LinkIdentity(
            FindProvider findProvider,
            EndAttempt endAttempt,
            IdentityProvider identity,
            LinkChanges changes,
            Ids ids,
            InstantSource clock) {
        this.findProvider = findProvider;
        this.endAttempt = endAttempt;
        this.identity = identity;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is linked already is linked.
     *
     * @throws Problem as {@link SignInElsewhere#signIn}, and {@code IDENTITY_TAKEN}, {@code TOO_MANY_IDENTITIES}
     */
    public Link link(Principal member, String providerId, EndAttempt.Back back) {
        SignInProvider provider = findProvider.find(providerId);
        ProvedIdentity person = endAttempt.end(provider, back, member).withVerifiedEmail(provider.name());
        String userId = member.memberId();
        ExternalIdentities links = identity.externalIdentities();
        if (links.of(userId).stream().noneMatch(link -> link.identity().equals(person.identity()))) {
            add(links, member, provider, person);
        }
        return links.of(userId).stream()
                .filter(link -> link.identity().equals(person.identity()))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("IDENTITY_UNLINKED", "It was unlinked again in the meantime."));
    }

    private void add(ExternalIdentities links, Principal member, SignInProvider provider, ProvedIdentity person) {
        String userId = member.memberId();
        LinkChange change = new LinkChange(
                ids.next().toString(),
                userId,
                LinkChange.linkId(person.identity().issuer(), person.identity().subject()),
                provider.id(),
                true,
                member.sessionId(),
                clock.instant());
        changes.begin(change);
        switch (links.link(userId, person)) {
            case LINKED -> changes.done(change);
            case TAKEN -> {
                changes.undone(change);
                throw Problem.conflict(
                        "IDENTITY_TAKEN",
                        "Who you are at %s leads into another account; unlink it there first."
                                .formatted(provider.name()));
            }
            case TOO_MANY -> {
                changes.undone(change);
                throw Problem.conflict(
                        "TOO_MANY_IDENTITIES",
                        "You have linked %d; unlink one that you no longer use.".formatted(ExternalIdentities.MAX));
            }
            case NO_SUCH_ACCOUNT -> {
                changes.undone(change);
                throw Problem.notFound("ACCOUNT_NOT_FOUND", "This account is gone.");
            }
        }
    }
}
