package org.tctf.authmfa.application;

/** Port: facts about a member that change nothing in this service's own table. */
public interface MemberFacts {

    void happened(String userId, Object fact);
}
