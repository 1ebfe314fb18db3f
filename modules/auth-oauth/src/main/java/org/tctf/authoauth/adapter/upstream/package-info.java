/** The providers themselves, behind time limits, circuit breakers and bulkheads. Promises: no call takes longer than the limits say, reads more than it should, follows a redirect, or goes anywhere but where an administrator said. */
@NullMarked
package org.tctf.authoauth.adapter.upstream;

import org.jspecify.annotations.NullMarked;
