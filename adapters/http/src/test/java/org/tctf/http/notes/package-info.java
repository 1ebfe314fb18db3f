/** A small service to try the pipeline on. */
@NullMarked
package org.tctf.http.notes;

import org.jspecify.annotations.NullMarked;
