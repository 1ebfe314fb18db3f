/**
 * As much of AWS as the twins' tests need, on the loopback address, over the real wire protocols, so that the real SDK's
 * clients talk to it. Never packaged.
 */
@NullMarked
package org.tctf.localaws;

import org.jspecify.annotations.NullMarked;
