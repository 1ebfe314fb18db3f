/** The behaviour of this service, in sentences that every runner passes. */
@NullMarked
package org.tctf.__package__;

import org.jspecify.annotations.NullMarked;
