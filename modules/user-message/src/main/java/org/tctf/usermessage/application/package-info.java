/** What members do in conversations, one class each, and the ports that it needs. */
@NullMarked
package org.tctf.usermessage.application;

import org.jspecify.annotations.NullMarked;
