/**
 * The identity provider on AWS (ADR 18): passwords in a Cognito user pool, everything else (accounts, locks, sessions,
 * tokens) by the built-in provider in its table. Users of the pool are named by their account's id and have no
 * attributes: the pool knows no address.
 */
@NullMarked
package org.tctf.cognito;

import org.jspecify.annotations.NullMarked;
