/** Onboardings in the service's table. */
@NullMarked
package org.tctf.onboarding.adapter.store;

import org.jspecify.annotations.NullMarked;
