@NullMarked
package org.tctf.authmfa.domain;

import org.jspecify.annotations.NullMarked;
