/** Text messages and calls by AWS End User Messaging, whose API is still named after Pinpoint. */
@NullMarked
package org.tctf.endusermessaging;

import org.jspecify.annotations.NullMarked;
