/**
 * Ways to send mail: a mailbox on this machine, which the console shows and which nothing ever leaves, and SMTP to
 * whatever server an operator names.
 */
@NullMarked
package org.tctf.mail;

import org.jspecify.annotations.NullMarked;
