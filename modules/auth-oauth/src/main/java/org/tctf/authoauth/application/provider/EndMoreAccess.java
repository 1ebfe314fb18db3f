package org.tctf.authoauth.application.provider;

import java.time.Instant;

/** Command: go on ending what applications hold of a member. */
public record EndMoreAccess(String userId, Instant grantedBefore) {}
