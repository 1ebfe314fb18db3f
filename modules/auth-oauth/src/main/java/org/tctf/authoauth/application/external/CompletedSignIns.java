package org.tctf.authoauth.application.external;

import org.tctf.identity.SignIns;

/** Port: tells of sessions that were opened here. */
@FunctionalInterface
public interface CompletedSignIns {
    void tell(SignIns.Opened opened);
}
