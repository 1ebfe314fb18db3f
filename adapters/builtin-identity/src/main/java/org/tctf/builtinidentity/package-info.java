/**
 * The built-in identity provider: Argon2id password hashes, ES256 access tokens with published keys, rotating refresh
 * tokens, at most five sessions a member. Its accounts, sessions and keys lie in a table of its own, {@code
 * identity-provider}, which is not one of the 34 services: it publishes nothing, has no routes, and only the six auth
 * services reach it, through the port in {@link org.tctf.identity}. The other twin is Amazon Cognito (ADR 0005).
 */
@NullMarked
package org.tctf.builtinidentity;

import org.jspecify.annotations.NullMarked;
