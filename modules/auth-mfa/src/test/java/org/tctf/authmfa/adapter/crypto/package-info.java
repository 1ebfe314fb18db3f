@NullMarked
package org.tctf.authmfa.adapter.crypto;

import org.jspecify.annotations.NullMarked;
