package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.Member;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.Preferences;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Standing;
import org.tctf.kernel.Problem;

/** Shows the caller their account. What other services keep may lag behind by the time that a fact takes. */
@Singleton
public class ShowAccount {
    private final IdentityProvider identity;
    private final Members members;
    private final Records<Preferences> preferences;
    private final Records<EmailChange> emailChanges;
    private final Records<Phone> phones;
    private final Records<Deletion> deletions;
    private final InstantSource clock;

    public ShowAccount(
            IdentityProvider identity,
            Members members,
            Records<Preferences> preferences,
            Records<EmailChange> emailChanges,
            Records<Phone> phones,
            Records<Deletion> deletions,
            InstantSource clock) {
        this.identity = identity;
        this.members = members;
        this.preferences = preferences;
        this.emailChanges = emailChanges;
        this.phones = phones;
        this.deletions = deletions;
        this.clock = clock;
    }

    /** @throws Problem {@code SESSION_ENDED} when the account is gone */
    public OwnAccount of(Principal caller) {
        String userId = caller.memberId();
        Member member = members.find(userId)
                .map(holder -> holder instanceof Member known ? known : Member.unknown(userId))
                .orElseGet(() -> Member.unknown(userId));
        return new OwnAccount(
                standing(identity, caller),
                member,
                identity.sessions().of(userId).size(),
                identity.externalIdentities().of(userId),
                preferences.find(userId).orElseGet(() -> Preferences.usual(userId, member.language())),
                pending(userId),
                phones.find(userId).orElseGet(() -> Phone.none(userId)),
                deletesAt(userId));
    }

    private Optional<PendingEmailChange> pending(String userId) {
        return emailChanges
                .find(userId)
                .filter(PendingEmailChange.class::isInstance)
                .map(PendingEmailChange.class::cast)
                .filter(pending -> pending.isAlive(clock.instant()));
    }

    private @Nullable Instant deletesAt(String userId) {
        return deletions.find(userId).orElse(null) instanceof ScheduledDeletion scheduled
                ? scheduled.deletesAt()
                : null;
    }

    static Standing standing(IdentityProvider identity, Principal caller) {
        return identity.accounts()
                .find(caller.memberId())
                .orElseThrow(() -> Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again."));
    }
}
