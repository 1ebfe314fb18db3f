/** All services in one process. */
@NullMarked
package org.tctf.app;

import org.jspecify.annotations.NullMarked;
