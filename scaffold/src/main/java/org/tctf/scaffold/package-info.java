/** Makes a new service that already passes every rule (rule 10). */
@NullMarked
package org.tctf.scaffold;

import org.jspecify.annotations.NullMarked;
