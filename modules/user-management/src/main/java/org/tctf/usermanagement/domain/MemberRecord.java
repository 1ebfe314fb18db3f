package org.tctf.usermanagement.domain;

/** What is kept under a member's id: the member, or that there will never be one again. */
public sealed interface MemberRecord permits Member, ErasedMember {

    String memberId();

    /** Counts the record's changes, from 1. */
    long version();
}
