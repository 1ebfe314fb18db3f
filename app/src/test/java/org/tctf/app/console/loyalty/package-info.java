/** A service for the console's tests that fails whenever a test wants it to. */
@NullMarked
package org.tctf.app.console.loyalty;

import org.jspecify.annotations.NullMarked;
