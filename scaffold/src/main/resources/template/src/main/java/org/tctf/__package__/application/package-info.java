/** What can be done here, one class each, and the ports that it needs. */
@NullMarked
package org.tctf.__package__.application;

import org.jspecify.annotations.NullMarked;
