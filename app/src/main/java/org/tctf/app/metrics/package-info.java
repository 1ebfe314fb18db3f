/** Feeds the golden signals: what the bus and the web pipeline tell goes into the metrics, in production too. */
@NullMarked
package org.tctf.app.metrics;

import org.jspecify.annotations.NullMarked;
