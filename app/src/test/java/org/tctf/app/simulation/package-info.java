/**
 * All services in one process, in a world that one number decides: what comes next, what is lost, doubled or late, how far
 * the clock moves, and at which write the process dies (ADR 40). The same number gives the same history, to the last line
 * of its {@link org.tctf.app.simulation.Trail}.
 */
@NullMarked
package org.tctf.app.simulation;

import org.jspecify.annotations.NullMarked;
