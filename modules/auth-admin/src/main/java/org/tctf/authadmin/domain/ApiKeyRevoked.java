package org.tctf.authadmin.domain;

/** A key is good for nothing any more. */
public record ApiKeyRevoked(String keyId, String accountId) {}
