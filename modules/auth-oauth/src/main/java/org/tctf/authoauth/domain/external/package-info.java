/** Providers that members sign in with, and what is under way with them. */
@NullMarked
package org.tctf.authoauth.domain.external;

import org.jspecify.annotations.NullMarked;
