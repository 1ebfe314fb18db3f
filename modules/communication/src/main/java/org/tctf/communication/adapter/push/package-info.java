/** What browsers' push services ask for: encryption for the browser's eyes only (RFC 8291), and our signature (RFC 8292). */
@NullMarked
package org.tctf.communication.adapter.push;

import org.jspecify.annotations.NullMarked;
