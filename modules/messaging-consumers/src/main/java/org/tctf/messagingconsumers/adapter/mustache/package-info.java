/** Wordings in Mustache. */
@NullMarked
package org.tctf.messagingconsumers.adapter.mustache;

import org.jspecify.annotations.NullMarked;
