package org.tctf.communication.application;

import java.util.Set;

/** Port: browsers whose members are not signed in there any more. */
public interface SignedOutBrowsers {
    /** Takes away those that were registered in these sessions, ahead of what else the fact leads to (ADR 32); the same again does nothing. */
    void signOut(String memberId, Set<String> sessionIds);
}
