/** The numbers over HTTP, for staff. */
@NullMarked
package org.tctf.analytics.adapter.web;

import org.jspecify.annotations.NullMarked;
