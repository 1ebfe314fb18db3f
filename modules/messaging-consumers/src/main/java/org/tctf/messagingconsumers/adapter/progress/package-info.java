/** What this service says of its long work. */
@NullMarked
package org.tctf.messagingconsumers.adapter.progress;

import org.jspecify.annotations.NullMarked;
