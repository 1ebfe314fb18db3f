/** What is counted and how: pure functions from facts to counts, in any order with the same result. */
@NullMarked
package org.tctf.analytics.domain;

import org.jspecify.annotations.NullMarked;
