/** Signing in with an identity elsewhere, over HTTP. */
@NullMarked
package org.tctf.authoauth.adapter.web.external;

import org.jspecify.annotations.NullMarked;
