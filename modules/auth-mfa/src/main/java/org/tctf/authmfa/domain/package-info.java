/** A second factor from its setup to its end, the guesses at it, and what is published of both. */
@NullMarked
package org.tctf.authmfa.domain;

import org.jspecify.annotations.NullMarked;
