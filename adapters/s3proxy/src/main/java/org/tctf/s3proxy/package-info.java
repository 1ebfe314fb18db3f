/** Runs in a process of its own, beside the tests that start it. */
@NullMarked
package org.tctf.s3proxy;

import org.jspecify.annotations.NullMarked;
