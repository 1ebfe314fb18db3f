/** Entries as items of the service's table. */
@NullMarked
package org.tctf.__package__.adapter.store;

import org.jspecify.annotations.NullMarked;
