package org.tctf.activity.application;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.activity.domain.PushDue;

/** Port: where it is said that a notification is to be pushed. */
@SecondaryPort
public interface PushesDue {
    void say(PushDue due);
}
