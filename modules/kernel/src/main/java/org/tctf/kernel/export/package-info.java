/**
 * How a member gets what the platform keeps of them: auth-user asks all services by one fact, each service that keeps
 * something answers by one class. The answers travel encrypted, since any service may hear them.
 */
@NullMarked
package org.tctf.kernel.export;

import org.jspecify.annotations.NullMarked;
