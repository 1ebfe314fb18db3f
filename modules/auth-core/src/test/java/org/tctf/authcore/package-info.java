@NullMarked
package org.tctf.authcore;

import org.jspecify.annotations.NullMarked;
