/**
 * For tests only. The package under test stays exactly as it is deployed; this jar is put beside it, and is idle wherever the
 * test's variables are not set.
 */
@NullMarked
package org.tctf.functionclock;

import org.jspecify.annotations.NullMarked;
