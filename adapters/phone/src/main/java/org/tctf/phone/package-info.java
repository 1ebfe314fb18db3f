/** A phone on this machine, which the console shows beside the mailbox and which nothing ever leaves. */
@NullMarked
package org.tctf.phone;

import org.jspecify.annotations.NullMarked;
