/** Breaks rules on purpose, so that each rule is known to be able to fail. */
@NullMarked
package org.tctf.violations.library.adapter.store;

import org.jspecify.annotations.NullMarked;
