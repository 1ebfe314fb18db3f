package org.tctf.authpassword.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tctf.authpassword.domain.Replacement;

/** Port: the passwords being replaced. */
public interface Replacements {

    /** Notes that one is about to be replaced, and that somebody has to look after it in a minute. */
    void begin(Replacement replacement);

    Optional<Replacement> find(String accountId, Instant startedAt);

    /** Announces it, once, and forgets it and its reset. */
    void done(Replacement replacement, List<String> endedSessions);

    /** Forgets it: the password was not replaced. */
    void undone(Replacement replacement);
}
