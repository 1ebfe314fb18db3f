/** The HTTP interface. */
@NullMarked
package org.tctf.messagingconsumers.adapter.web;

import org.jspecify.annotations.NullMarked;
