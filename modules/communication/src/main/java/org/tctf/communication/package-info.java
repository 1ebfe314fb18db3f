/**
 * One-to-one, time-critical messages: a fact that concerns one person becomes one mail to that person, in their language,
 * once. A provider that is down costs seconds, not messages: the next one in line takes over. Security notices always go
 * out; for everything else the member's wishes decide.
 */
@NullMarked
package org.tctf.communication;

import org.jspecify.annotations.NullMarked;
