/** Notifications over the WebSocket: devices are told what is new, and may say what was read. */
@NullMarked
package org.tctf.activity.adapter.socket;

import org.jspecify.annotations.NullMarked;
