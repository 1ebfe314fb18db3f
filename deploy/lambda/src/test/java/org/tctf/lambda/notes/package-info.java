/** A small service, for the tests of the functions. */
@NullMarked
package org.tctf.lambda.notes;

import org.jspecify.annotations.NullMarked;
