/** Providers, attempts and changes in the service's table. */
@NullMarked
package org.tctf.authoauth.adapter.store.external;

import org.jspecify.annotations.NullMarked;
