/** What is measured and how: each benchmark runs its floor or peer in the same run, and prints medians and ratios. */
@NullMarked
package org.tctf.benchmarks;

import org.jspecify.annotations.NullMarked;
