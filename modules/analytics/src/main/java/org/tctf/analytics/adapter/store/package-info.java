/** Archive, histories, counters and generations in the service's single table. */
@NullMarked
package org.tctf.analytics.adapter.store;

import org.jspecify.annotations.NullMarked;
