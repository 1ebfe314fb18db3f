/**
 * Circuit breakers before external providers (M. Nygard, "Release It!", ch. 5). Their state may be shared by all
 * instances of a service: three failures are then three failures, not three for each of a hundred functions.
 */
@NullMarked
package org.tctf.kernel.breaker;

import org.jspecify.annotations.NullMarked;
