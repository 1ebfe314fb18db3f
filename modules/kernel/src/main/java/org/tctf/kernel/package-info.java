/**
 * The few words every service speaks: ids, money, addresses, the flow that ties one cause to all its effects, and the
 * problems a caller can act on. Plain Java: no framework, no cloud, no JSON, no SQL (ADR 0001).
 */
@NullMarked
package org.tctf.kernel;

import org.jspecify.annotations.NullMarked;
