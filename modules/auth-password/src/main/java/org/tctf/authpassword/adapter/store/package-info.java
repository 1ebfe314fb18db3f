/** Resets, replacements under way and names as items of the service's table. */
@NullMarked
package org.tctf.authpassword.adapter.store;

import org.jspecify.annotations.NullMarked;
