@NullMarked
package org.tctf.authadmin;

import org.jspecify.annotations.NullMarked;
