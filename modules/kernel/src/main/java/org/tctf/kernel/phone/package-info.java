/** Port for text messages and calls; used by the service that sends any. */
@NullMarked
package org.tctf.kernel.phone;

import org.jspecify.annotations.NullMarked;
