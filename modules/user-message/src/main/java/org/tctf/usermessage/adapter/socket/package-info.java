/** What clients do over the WebSocket, and what they are told over it. */
@NullMarked
package org.tctf.usermessage.adapter.socket;

import org.jspecify.annotations.NullMarked;
