/**
 * Feature flags as every twin keeps them: known in memory, asked for again on use, and the last good answer when there is no
 * better one; and the embedded twin, a file.
 */
@NullMarked
package org.tctf.flags;

import org.jspecify.annotations.NullMarked;
