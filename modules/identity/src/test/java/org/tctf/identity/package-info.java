@NullMarked
package org.tctf.identity;

import org.jspecify.annotations.NullMarked;
