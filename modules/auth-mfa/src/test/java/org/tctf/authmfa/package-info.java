@NullUnmarked
package org.tctf.authmfa;

import org.jspecify.annotations.NullUnmarked;
