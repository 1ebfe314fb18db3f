/** Every fact of every service comes in here; so do the service's own commands while it rebuilds. */
@NullMarked
package org.tctf.analytics.adapter.events;

import org.jspecify.annotations.NullMarked;
