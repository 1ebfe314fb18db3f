/** Work that takes long, and how far it is: a service may say so, and whoever shows it need not know the service. */
@NullMarked
package org.tctf.kernel.progress;

import org.jspecify.annotations.NullMarked;
