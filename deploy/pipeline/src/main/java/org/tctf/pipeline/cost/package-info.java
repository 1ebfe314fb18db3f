/** What a service costs a month, and when provisioned concurrency pays. Numbers come from a price list, never from here. */
@NullMarked
package org.tctf.pipeline.cost;

import org.jspecify.annotations.NullMarked;
