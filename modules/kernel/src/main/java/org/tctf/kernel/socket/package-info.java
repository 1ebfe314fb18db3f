/**
 * Connections that stay open, over which members act and are told things at once: who is connected, with which right, and
 * how one frame gets to all devices of a member. A push is a hint, never the only copy: whoever missed one reads the state
 * over HTTP (ADR 29).
 */
@NullMarked
package org.tctf.kernel.socket;

import org.jspecify.annotations.NullMarked;
