@NullMarked
package org.tctf.activity.domain;

import org.jspecify.annotations.NullMarked;
