@NullMarked
package org.tctf.communication.adapter.hook;

import org.jspecify.annotations.NullMarked;
