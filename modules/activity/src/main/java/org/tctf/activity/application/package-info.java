/** The phases, one use case each: capture, aggregate, deliver, track; and what is shown. */
@NullMarked
package org.tctf.activity.application;

import org.jspecify.annotations.NullMarked;
