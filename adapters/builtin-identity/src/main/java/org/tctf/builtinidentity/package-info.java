/**
 * The built-in identity provider: Argon2id password hashes, ES256 access tokens with published keys, rotating refresh
 * tokens, at most five sessions a member. Its accounts, sessions and keys lie in a table of its own, {@code
 * identity-provider}, which is not one of the 34 services: it publishes nothing, has no routes, and only the six auth
 * services reach it, through the port in {@link org.tctf.identity}.
 *
 * <p>It works in one process and in many. What proves tokens, {@link org.tctf.builtinidentity.AccessTokenVerifier}, needs
 * to read two partitions of the table and nothing else. Passwords may be kept elsewhere ({@link
 * org.tctf.builtinidentity.PasswordKeeper}): on AWS in a Cognito user pool (ADR 18).
 */
@NullMarked
package org.tctf.builtinidentity;

import org.jspecify.annotations.NullMarked;
