/** The mail providers, each no faster than it may be given mails in bulk. */
@NullMarked
package org.tctf.messagingconsumers.adapter.carrier;

import org.jspecify.annotations.NullMarked;
