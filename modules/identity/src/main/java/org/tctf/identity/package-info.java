/** What the six auth services share, and what every service may know of a caller. */
@NullMarked
package org.tctf.identity;

import org.jspecify.annotations.NullMarked;
