/** What clients see, the same over HTTP and over the socket. */
@NullMarked
package org.tctf.usermessage.adapter.view;

import org.jspecify.annotations.NullMarked;
