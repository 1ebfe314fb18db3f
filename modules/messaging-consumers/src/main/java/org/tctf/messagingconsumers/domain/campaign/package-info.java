/** Who was written to, what came of it, and what is still to do. */
@NullMarked
package org.tctf.messagingconsumers.domain.campaign;

import org.jspecify.annotations.NullMarked;
