@NullMarked
package org.tctf.communication.adapter.carrier;

import org.jspecify.annotations.NullMarked;
