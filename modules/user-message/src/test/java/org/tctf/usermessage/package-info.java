/** The behaviour of this service, in sentences that every runner passes. */
@NullMarked
package org.tctf.usermessage;

import org.jspecify.annotations.NullMarked;
