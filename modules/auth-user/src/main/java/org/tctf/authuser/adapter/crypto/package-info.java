/** Codes and links that prove who somebody is. */
@NullMarked
package org.tctf.authuser.adapter.crypto;

import org.jspecify.annotations.NullMarked;
