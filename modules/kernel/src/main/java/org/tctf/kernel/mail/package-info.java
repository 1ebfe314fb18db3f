/** Port for mail; used by the two services that send any. */
@NullMarked
package org.tctf.kernel.mail;

import org.jspecify.annotations.NullMarked;
