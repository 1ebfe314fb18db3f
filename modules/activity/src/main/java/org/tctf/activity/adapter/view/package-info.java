/** What clients see, the same over HTTP and over the socket. */
@NullMarked
package org.tctf.activity.adapter.view;

import org.jspecify.annotations.NullMarked;
