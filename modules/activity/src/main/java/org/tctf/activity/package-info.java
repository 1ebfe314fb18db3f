/**
 * What happened, told to those it matters to: an activity log for each member, grouped by day, and in-app notifications.
 * A fact is captured, enriched, held against the recipient's preferences and quiet hours, aggregated with others of its
 * kind, delivered once, and tracked until it was seen, read and acted on. One page of rules says which fact does what.
 */
@NullMarked
package org.tctf.activity;

import org.jspecify.annotations.NullMarked;
