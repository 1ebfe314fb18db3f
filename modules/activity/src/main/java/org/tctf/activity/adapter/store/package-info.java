/** Notifications, log, windows and recipients in the service's single table. */
@NullMarked
package org.tctf.activity.adapter.store;

import org.jspecify.annotations.NullMarked;
