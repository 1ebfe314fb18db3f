package org.tctf.authoauth.application.external;

import java.util.Optional;
import org.tctf.authoauth.domain.external.LinkChange;

/** Port: links that are being made or taken out. */
public interface LinkChanges {

    /** Writes down what is about to happen, with a command to look after it. */
    void begin(LinkChange change);

    /** Tells of it, once. */
    void done(LinkChange change);

    /** Nothing has come of it. */
    void undone(LinkChange change);

    Optional<LinkChange> find(String id);
}
