/** The scaffold makes what it promises. */
@NullMarked
package org.tctf.scaffold;

import org.jspecify.annotations.NullMarked;
