/**
 * Real-time chat between two members or in groups of up to 256. A message that was accepted is seen by every member once,
 * in the order of its number, whatever connections, devices and processes do meanwhile: each conversation has one log of
 * changes with a sequence number given in the write itself, and a client that has missed something asks for exactly what
 * came after the last number it knows (ADR 31).
 */
@NullMarked
package org.tctf.usermessage;

import org.jspecify.annotations.NullMarked;
