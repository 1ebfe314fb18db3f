@NullMarked
package org.tctf.communication.domain;

import org.jspecify.annotations.NullMarked;
