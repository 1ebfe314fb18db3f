/** What the pages behind mailed links say. */
@NullMarked
package org.tctf.messagingconsumers.adapter.web;

import org.jspecify.annotations.NullMarked;
