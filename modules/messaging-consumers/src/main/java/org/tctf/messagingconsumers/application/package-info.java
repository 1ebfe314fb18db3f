/** What all of this service's use cases share: who may, and the links that leave by mail. */
@NullMarked
package org.tctf.messagingconsumers.application;

import org.jspecify.annotations.NullMarked;
