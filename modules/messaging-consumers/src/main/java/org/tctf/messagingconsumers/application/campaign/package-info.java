/** What can be done with campaigns, and how they are sent. */
@NullMarked
package org.tctf.messagingconsumers.application.campaign;

import org.jspecify.annotations.NullMarked;
