/** What this service does when others publish. */
@NullMarked
package org.tctf.__package__.adapter.events;

import org.jspecify.annotations.NullMarked;
