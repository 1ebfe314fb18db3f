/** Messages and what becomes of them, members' addresses and wishes. Plain Java. */
@NullMarked
package org.tctf.communication.domain;

import org.jspecify.annotations.NullMarked;
