/**
 * Keeps entries, each for the member who added it. Say here what the service promises, in a paragraph.
 */
@NullMarked
package org.tctf.__package__;

import org.jspecify.annotations.NullMarked;
