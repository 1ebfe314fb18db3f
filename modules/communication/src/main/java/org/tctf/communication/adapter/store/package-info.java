/** Messages and the address book in the service's table. */
@NullMarked
package org.tctf.communication.adapter.store;

import org.jspecify.annotations.NullMarked;
