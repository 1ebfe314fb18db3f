/** Who is written to: subscribers, the lists that they are on, segments of them, and who must not be written to. */
@NullMarked
package org.tctf.messagingconsumers.domain.subscriber;

import org.jspecify.annotations.NullMarked;
