/** Links that leave by mail: what each of them lets its holder do. */
@NullMarked
package org.tctf.messagingconsumers.domain.link;

import org.jspecify.annotations.NullMarked;
