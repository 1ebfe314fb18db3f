/** Load from outside, at a rate that does not wait for the answers. */
@NullMarked
package org.tctf.pipeline.load;

import org.jspecify.annotations.NullMarked;
