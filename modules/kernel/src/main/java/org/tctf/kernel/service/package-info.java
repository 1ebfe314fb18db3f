/** What a service is, said once: wiring, stack, contracts, catalog and console all come from here (rule 1). */
@NullMarked
package org.tctf.kernel.service;

import org.jspecify.annotations.NullMarked;
