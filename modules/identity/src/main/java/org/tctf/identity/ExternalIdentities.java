package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.EmailAddress;

/** Identities elsewhere as ways into accounts. One identity leads into one account only. */
public interface ExternalIdentities {
    /** Of one account. */
    int MAX = 10;

    /** How long a proved identity waits for its sign-up to be completed. */
    Duration TICKET_LIFE = Duration.ofMinutes(15);

    /** A way into an account. */
    record Link(ExternalIdentity identity, EmailAddress email, Instant linkedAt) {}

    enum Linking {
        /** It is a way in, now or since before. */
        LINKED,
        /** It is a way into another account. */
        TAKEN,
        /** The account has {@value #MAX}. */
        TOO_MANY,
        NO_SUCH_ACCOUNT
    }

    enum Unlinking {
        UNLINKED,
        NOT_LINKED,
        /** Refused: nothing else would lead into the account, which has no password. */
        LAST_WAY_IN
    }

    /** The account that it leads into. */
    Optional<String> accountOf(ExternalIdentity identity);

    /** Those of an account, oldest first. */
    List<Link> of(String accountId);

    Linking link(String accountId, ProvedIdentity identity);

    Unlinking unlink(String accountId, ExternalIdentity identity);

    /** Keeps a proved identity for {@link #TICKET_LIFE}, for a person who has to say more before they have an account. */
    String remember(ProvedIdentity identity);

    /** What was kept; empty when the ticket is unknown or over. Good until {@link Accounts#admit} has used it up. */
    Optional<ProvedIdentity> proved(String ticket);
}
