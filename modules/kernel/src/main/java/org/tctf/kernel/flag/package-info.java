/**
 * Switches that operators turn while a service runs: to close something in a hurry, to open something new when its time has
 * come. They decide what is offered, never who may do it: rights are not flags.
 */
@NullMarked
package org.tctf.kernel.flag;

import org.jspecify.annotations.NullMarked;
