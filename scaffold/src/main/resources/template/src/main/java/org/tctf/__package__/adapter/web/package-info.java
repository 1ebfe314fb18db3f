/** The HTTP interface. */
@NullMarked
package org.tctf.__package__.adapter.web;

import org.jspecify.annotations.NullMarked;
