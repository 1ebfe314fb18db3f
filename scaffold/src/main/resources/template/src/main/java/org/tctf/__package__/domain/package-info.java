/** What an entry is, and what may be done with it. */
@NullMarked
package org.tctf.__package__.domain;

import org.jspecify.annotations.NullMarked;
