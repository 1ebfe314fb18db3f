/** Signing keys and JWTs, by Nimbus JOSE+JWT. */
@NullMarked
package org.tctf.authoauth.adapter.jose;

import org.jspecify.annotations.NullMarked;
