/** Conversations, messages and blocks over HTTP: whatever the socket can do, and what it cannot. */
@NullMarked
package org.tctf.usermessage.adapter.web;

import org.jspecify.annotations.NullMarked;
