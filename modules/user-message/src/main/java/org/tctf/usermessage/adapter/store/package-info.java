/** Conversations, messages, logs and blocks as items of the service's single table. */
@NullMarked
package org.tctf.usermessage.adapter.store;

import org.jspecify.annotations.NullMarked;
