/** The rules of the architecture, executable. Each message names the decision that it guards. */
@NullMarked
package org.tctf.architecture;

import org.jspecify.annotations.NullMarked;
