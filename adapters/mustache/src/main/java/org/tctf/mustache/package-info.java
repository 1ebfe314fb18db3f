/** Mustache as the two services that send mail need it: one escapes what others wrote, both take a wrong name for a mistake. */
@NullMarked
package org.tctf.mustache;

import org.jspecify.annotations.NullMarked;
