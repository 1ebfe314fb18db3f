/**
 * What the platform tells of itself: spans, log lines and numbers, all findable by correlation id. Nothing leaves the
 * process by default: whoever wants to keep them (the console, an exporter) listens.
 */
@NullMarked
package org.tctf.telemetry;

import org.jspecify.annotations.NullMarked;
