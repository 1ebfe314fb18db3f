package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.tctf.authuser.domain.UsernameRecoveryRequested;
import org.tctf.identity.Account;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Standing;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;

/**
 * Reminds somebody who knows only their membership name of the address that they sign in with: its first letter in the
 * answer, all of it by mail to itself.
 *
 * <p>No oracle: a name that nobody has gets a letter too, always the same, which only we can tell from a real one; and
 * both ways are the same reads, digests and writes.
 */
@Singleton
public class RecoverUsername {
    private static final String NOBODY = "nobody";
    private static final Quota MAILS = new Quota("username-recovery", 1, Duration.ofHours(1));

    private final IdentityProvider identity;
    private final Members members;
    private final Codes codes;
    private final Announcements announcements;
    private final RateCounters counters;
    private final InstantSource clock;

    public RecoverUsername(
            IdentityProvider identity,
            Members members,
            Codes codes,
            Announcements announcements,
            RateCounters counters,
            InstantSource clock) {
        this.identity = identity;
        this.members = members;
        this.codes = codes;
        this.announcements = announcements;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * Mails once an hour at most; the answer does not tell.
     *
     * @return the address with all but its first letter hidden, or what looks like one
     */
    public String recover(String membershipName) {
        String folded = membershipName.toLowerCase(Locale.ROOT);
        Optional<Account> account = identity.accounts()
                .find(members.named(folded).orElse(NOBODY))
                .filter(Standing::maySignIn)
                .map(Standing::account);
        char standIn = codes.letterFor(folded);
        char letter = account.map(known -> known.email().value().charAt(0)).orElse(standIn);
        if (counters.count("username-recovery " + folded, MAILS, clock.instant())
                .isAllowed()) {
            EmailAddress email = account.map(Account::email).orElse(null);
            String userId = account.map(Account::id).orElse(null);
            announcements.announce(userId == null ? NOBODY : userId, new UsernameRecoveryRequested(userId, email));
        }
        return letter + "***@***";
    }
}
