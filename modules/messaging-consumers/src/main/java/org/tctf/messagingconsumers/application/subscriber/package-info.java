/** What can be done with subscribers, lists, segments and suppressions. */
@NullMarked
package org.tctf.messagingconsumers.application.subscriber;

import org.jspecify.annotations.NullMarked;
