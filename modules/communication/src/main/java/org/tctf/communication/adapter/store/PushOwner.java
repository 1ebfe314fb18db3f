package org.tctf.communication.adapter.store;

/** Whose a browser is. */
record PushOwner(String memberId) {}
