/** Subscribers as comma-separated values (RFC 4180). */
@NullMarked
package org.tctf.messagingconsumers.adapter.csv;

import org.jspecify.annotations.NullMarked;
