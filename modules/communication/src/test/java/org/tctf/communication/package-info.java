/** What the service promises, as sentences, for every runner. */
@NullMarked
package org.tctf.communication;

import org.jspecify.annotations.NullMarked;
