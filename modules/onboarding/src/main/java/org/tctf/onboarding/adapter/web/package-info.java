/** The HTTP interface. */
@NullMarked
package org.tctf.onboarding.adapter.web;

import org.jspecify.annotations.NullMarked;
