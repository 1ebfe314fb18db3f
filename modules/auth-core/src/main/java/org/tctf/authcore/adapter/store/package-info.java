/** Sign-ups, held names and facts in auth-core's table. */
@NullMarked
package org.tctf.authcore.adapter.store;

import org.jspecify.annotations.NullMarked;
