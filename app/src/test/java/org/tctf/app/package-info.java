/** The platform as a whole, in one process and as a process that dies. */
@NullMarked
package org.tctf.app;

import org.jspecify.annotations.NullMarked;
