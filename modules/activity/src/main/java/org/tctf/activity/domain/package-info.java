/** Rules, recipients, windows, notifications: what is worth telling to whom, and when. */
@NullMarked
package org.tctf.activity.domain;

import org.jspecify.annotations.NullMarked;
