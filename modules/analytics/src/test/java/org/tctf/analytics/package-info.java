@NullMarked
package org.tctf.analytics;

import org.jspecify.annotations.NullMarked;
