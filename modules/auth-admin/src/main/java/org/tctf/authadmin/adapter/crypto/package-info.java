/** The key that proves that a point of the audit chain was reached by us. */
@NullMarked
package org.tctf.authadmin.adapter.crypto;

import org.jspecify.annotations.NullMarked;
