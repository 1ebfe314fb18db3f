@NullMarked
package org.tctf.communication.adapter.store;

import org.jspecify.annotations.NullMarked;
