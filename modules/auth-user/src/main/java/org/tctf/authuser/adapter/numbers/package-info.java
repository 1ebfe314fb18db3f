/** The world's numbering plans. */
@NullMarked
package org.tctf.authuser.adapter.numbers;

import org.jspecify.annotations.NullMarked;
