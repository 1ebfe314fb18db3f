/** Pseudonyms by a keyed hash. */
@NullMarked
package org.tctf.analytics.adapter.crypto;

import org.jspecify.annotations.NullMarked;
