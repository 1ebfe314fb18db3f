/** The service's single table. */
@NullMarked
package org.tctf.authmfa.adapter.store;

import org.jspecify.annotations.NullMarked;
