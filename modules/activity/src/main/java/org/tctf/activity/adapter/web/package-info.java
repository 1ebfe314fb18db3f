/** Notifications and the activity log over HTTP, each member's own. */
@NullMarked
package org.tctf.activity.adapter.web;

import org.jspecify.annotations.NullMarked;
