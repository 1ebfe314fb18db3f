/** What can be done with templates. */
@NullMarked
package org.tctf.messagingconsumers.application.template;

import org.jspecify.annotations.NullMarked;
