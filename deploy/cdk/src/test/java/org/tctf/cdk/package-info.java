/** The stacks as they are written, all services' alike. */
@NullMarked
package org.tctf.cdk;

import org.jspecify.annotations.NullMarked;
