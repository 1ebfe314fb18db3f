/** Mail by Amazon SES, written by {@link org.tctf.mail.MimeMail} like that of every other transport. */
@NullMarked
package org.tctf.ses;

import org.jspecify.annotations.NullMarked;
