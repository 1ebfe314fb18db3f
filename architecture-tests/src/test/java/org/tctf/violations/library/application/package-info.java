/** Breaks rules on purpose, so that each rule is known to be able to fail. */
@NullMarked
package org.tctf.violations.library.application;

import org.jspecify.annotations.NullMarked;
