/** Acts, users and audit entries in auth-admin's table. */
@NullMarked
package org.tctf.authadmin.adapter.store;

import org.jspecify.annotations.NullMarked;
