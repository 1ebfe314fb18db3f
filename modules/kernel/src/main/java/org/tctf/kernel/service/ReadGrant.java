package org.tctf.kernel.service;

/**
 * A declared direct read of another service's table, where a local read model would not be fresh enough (rule 7).
 *
 * @param owner the service whose table is read
 * @param accessPattern the one pattern that may be read
 * @param reason why a read model fed by events does not do
 */
public record ReadGrant(String owner, String accessPattern, String reason) {}
