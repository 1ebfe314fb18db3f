/**
 * Text messages and calls by AWS End User Messaging, whose API is still named after Pinpoint, and what becomes of them: AWS says
 * it over the account's own bus (ADR 37).
 */
@NullMarked
package org.tctf.endusermessaging;

import org.jspecify.annotations.NullMarked;
