/**
 * What the console remembers: every step of every message, the spans and log lines of every flow. On disk, bounded, and
 * never in the platform's way: what does not fit into its queue is dropped and counted.
 */
@NullMarked
package org.tctf.app.console.trail;

import org.jspecify.annotations.NullMarked;
