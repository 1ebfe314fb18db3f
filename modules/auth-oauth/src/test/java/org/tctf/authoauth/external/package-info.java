/** Signing in with an identity elsewhere. */
@NullMarked
package org.tctf.authoauth.external;

import org.jspecify.annotations.NullMarked;
