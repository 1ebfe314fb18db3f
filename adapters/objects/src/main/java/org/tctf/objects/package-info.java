/**
 * Object stores in a folder: one sealed file an object, written whole or not at all, and addresses that this process
 * itself answers until they expire.
 */
@NullMarked
package org.tctf.objects;

import org.jspecify.annotations.NullMarked;
