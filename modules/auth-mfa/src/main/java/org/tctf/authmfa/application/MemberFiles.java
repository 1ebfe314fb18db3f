package org.tctf.authmfa.application;

/** Port: all that this service keeps of a member. */
public interface MemberFiles {

    /** Erases it, in one commit. */
    void erase(String userId);
}
