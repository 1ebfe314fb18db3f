@NullMarked
package org.tctf.analytics.domain;

import org.jspecify.annotations.NullMarked;
