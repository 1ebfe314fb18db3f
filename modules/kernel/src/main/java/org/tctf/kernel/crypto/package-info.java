/** Ports for what must stay secret. */
@NullMarked
package org.tctf.kernel.crypto;

import org.jspecify.annotations.NullMarked;
