@NullMarked
package org.tctf.communication.adapter.push;

import org.jspecify.annotations.NullMarked;
