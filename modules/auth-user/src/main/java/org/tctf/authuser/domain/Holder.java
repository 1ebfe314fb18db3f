package org.tctf.authuser.domain;

/** Whose account it is: what is known of the member, or that they are gone. */
public sealed interface Holder extends Kept permits Member, ErasedMember {}
