/** Chance. */
@NullMarked
package org.tctf.authoauth.adapter.crypto;

import org.jspecify.annotations.NullMarked;
