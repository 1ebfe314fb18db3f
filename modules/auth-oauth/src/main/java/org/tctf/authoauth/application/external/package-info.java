/** Signing in with an identity elsewhere, linking one, unlinking it. */
@NullMarked
package org.tctf.authoauth.application.external;

import org.jspecify.annotations.NullMarked;
