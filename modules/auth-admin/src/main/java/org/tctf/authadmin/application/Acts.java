package org.tctf.authadmin.application;

import java.util.function.Function;
import org.tctf.authadmin.domain.Act;
import org.tctf.kernel.Decision;

/** Port: the acts. What is kept here is in the audit log as well, in the same transaction. */
public interface Acts {

    /** Keeps a new act. It is brought to its end even if this process dies now. */
    void add(Act ordered);

    /**
     * Reads, decides and commits as one, and shows in the search what an act has changed.
     *
     * @return the act as it is kept now
     */
    Act decide(String actId, Function<Act, Decision<Act>> decision);
}
