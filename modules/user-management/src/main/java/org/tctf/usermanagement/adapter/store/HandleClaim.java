package org.tctf.usermanagement.adapter.store;

/** Whose a name is. */
record HandleClaim(String memberId) {}
