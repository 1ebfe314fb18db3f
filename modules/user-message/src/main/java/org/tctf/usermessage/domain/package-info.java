/** Conversations, messages, the log of what changed in them, and what each may become. */
@NullMarked
package org.tctf.usermessage.domain;

import org.jspecify.annotations.NullMarked;
