/**
 * Facts and how they travel: the CloudEvents envelope, the outbox's messages, the bus, and the inbox that does each
 * delivery once; what both twins of the bus do with a failure.
 */
@NullMarked
package org.tctf.kernel.event;

import org.jspecify.annotations.NullMarked;
