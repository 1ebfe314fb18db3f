/** What needs no template to be tested. */
@NullMarked
package org.tctf.cdk.construct;

import org.jspecify.annotations.NullMarked;
