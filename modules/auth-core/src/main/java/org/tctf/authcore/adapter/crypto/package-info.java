/** Codes and links that prove an address. */
@NullMarked
package org.tctf.authcore.adapter.crypto;

import org.jspecify.annotations.NullMarked;
