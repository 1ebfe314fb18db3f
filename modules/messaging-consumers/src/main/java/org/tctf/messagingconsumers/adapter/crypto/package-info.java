/** What a service key makes: ids of addresses, and links that cannot be forged. */
@NullMarked
package org.tctf.messagingconsumers.adapter.crypto;

import org.jspecify.annotations.NullMarked;
