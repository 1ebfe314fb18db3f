/** Members in the service's table. */
@NullMarked
package org.tctf.usermanagement.adapter.store;

import org.jspecify.annotations.NullMarked;
