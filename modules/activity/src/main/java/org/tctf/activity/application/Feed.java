package org.tctf.activity.application;

import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.activity.domain.Part;
import org.tctf.activity.domain.Window;

/** Port: where what facts lead to is written. */
@SecondaryPort
public interface Feed {

    /** Everything of an outcome in one write; nothing when there is nothing in it. */
    void write(Outcome outcome);

    /** Lets nobody join any more and orders it to be told; nothing when it is closed already. */
    void close(Window window);

    /** What is in a closed window, the first first; who did several things in a conversation is there for each. */
    List<Part> joined(Window window);
}
