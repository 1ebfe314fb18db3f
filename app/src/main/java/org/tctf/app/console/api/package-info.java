/** Everything that the console shows, as JSON for scripts and tests, under {@code /console/api}. */
@NullMarked
package org.tctf.app.console.api;

import org.jspecify.annotations.NullMarked;
