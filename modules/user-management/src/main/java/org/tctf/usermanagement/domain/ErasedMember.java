package org.tctf.usermanagement.domain;

/**
 * The trace of an erased member: an id that means nothing any more. It is kept for ever, so that a sign-up delivered
 * late or again cannot bring the member back.
 */
public record ErasedMember(String memberId, long version) implements MemberRecord {}
