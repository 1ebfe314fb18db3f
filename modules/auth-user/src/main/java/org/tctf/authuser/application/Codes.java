package org.tctf.authuser.application;

import java.util.Optional;
import org.tctf.authuser.domain.SentCode;
import org.tctf.kernel.crypto.Encrypted;

/** Port: codes and links that are sent to prove something, each bound to one occasion. */
public interface Codes {

    /** What a code proves. */
    enum Use {
        OLD_EMAIL,
        NEW_EMAIL,
        PHONE
    }

    /** What a link does. */
    enum Act {
        CANCEL_EMAIL_CHANGE,
        UNDO_EMAIL_CHANGE,
        CANCEL_DELETION
    }

    /**
     * A link that was proved to be ours.
     *
     * @param id of the change or deletion that it is about
     */
    record Link(Act act, String userId, String id) {}

    /**
     * A new random code.
     *
     * @param id of what it is for
     */
    SentCode issue(Use use, String id);

    /** Whether a typed code is the one that this was kept of, in constant time. */
    boolean matches(String digest, Use use, String id, String typed);

    /** The token of a link, encrypted for whoever mails it. */
    Encrypted link(Link link);

    /** Reads a link's token; nothing when we did not make it. */
    Optional<Link> read(String token);

    /** A letter that a name always gets, and nobody can foretell. */
    char letterFor(String name);
}
