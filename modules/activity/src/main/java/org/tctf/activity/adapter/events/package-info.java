/** Every fact comes in here to be captured; four of them also feed what is known of recipients. */
@NullMarked
package org.tctf.activity.adapter.events;

import org.jspecify.annotations.NullMarked;
