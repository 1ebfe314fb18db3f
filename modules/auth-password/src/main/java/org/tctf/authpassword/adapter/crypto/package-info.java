/** Codes. */
@NullMarked
package org.tctf.authpassword.adapter.crypto;

import org.jspecify.annotations.NullMarked;
