package org.tctf.authuser.domain;

/** The trace of an erased member, an id that means nothing any more: facts that come late must not bring them back. */
public record ErasedMember(String userId, long version) implements Holder {}
