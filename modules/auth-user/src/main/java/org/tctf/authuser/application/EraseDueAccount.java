package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.DueDeletion;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.Decision;

/**
 * Erases an account whose time is over: at the provider first, where its address becomes free, then here, with the fact
 * that has everybody else erase what they keep. After a crash in between it is done again, which changes nothing more.
 */
@Singleton
public class EraseDueAccount {
    private final IdentityProvider identity;
    private final Records<Deletion> deletions;
    private final Members members;
    private final Copies copies;
    private final InstantSource clock;

    public EraseDueAccount(
            IdentityProvider identity,
            Records<Deletion> deletions,
            Members members,
            Copies copies,
            InstantSource clock) {
        this.identity = identity;
        this.deletions = deletions;
        this.members = members;
        this.copies = copies;
        this.clock = clock;
    }

    /** Does nothing when it is done, or was never due. */
    public void erase(String userId) {
        if (!(deletions.find(userId).orElse(null) instanceof DueDeletion)) {
            return;
        }
        Accounts.Outcome outcome = identity.accounts().erase(userId);
        switch (outcome) {
            case DONE, NO_SUCH_ACCOUNT -> {
                copies.forget(userId);
                members.erase(userId);
            }
            case LAST_ADMIN ->
                deletions.decide(
                        userId,
                        before -> before.orElseThrow() instanceof DueDeletion due
                                ? due.refused(clock.instant())
                                : Decision.of(before.orElseThrow()));
        }
    }
}
