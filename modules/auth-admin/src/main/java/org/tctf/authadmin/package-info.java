/** Who may do what. Promises: nobody acts on themselves, the last administrator stays, and an act is in the audit
 * log before it takes effect, whatever fails then. */
@NullMarked
package org.tctf.authadmin;

import org.jspecify.annotations.NullMarked;
