/** What can be done with an onboarding, one class for each. */
@NullMarked
package org.tctf.onboarding.application;

import org.jspecify.annotations.NullMarked;
