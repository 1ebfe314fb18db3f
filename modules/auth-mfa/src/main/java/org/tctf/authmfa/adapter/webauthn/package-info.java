/** Passkeys by WebAuthn4J. */
@NullMarked
package org.tctf.authmfa.adapter.webauthn;

import org.jspecify.annotations.NullMarked;
