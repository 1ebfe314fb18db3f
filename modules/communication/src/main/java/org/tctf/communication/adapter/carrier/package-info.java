/** The mail providers, each behind a time limit and a circuit breaker. */
@NullMarked
package org.tctf.communication.adapter.carrier;

import org.jspecify.annotations.NullMarked;
