/** What providers say of mails, text messages and calls after they took them. */
@NullMarked
package org.tctf.kernel.delivery;

import org.jspecify.annotations.NullMarked;
