/** Subscribers, templates and campaigns in the service's table. */
@NullMarked
package org.tctf.messagingconsumers.adapter.store;

import org.jspecify.annotations.NullMarked;
