/** One contract-test suite per port. A twin extends the suite and says how it is opened; it passes, or it is no twin. */
@NullMarked
package org.tctf.contracts;

import org.jspecify.annotations.NullMarked;
