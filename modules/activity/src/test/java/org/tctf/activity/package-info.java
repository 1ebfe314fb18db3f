@NullMarked
package org.tctf.activity;

import org.jspecify.annotations.NullMarked;
