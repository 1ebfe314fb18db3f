/** A member's onboarding in its states, what moves it from one to the next, and the facts that follow. */
@NullMarked
package org.tctf.onboarding.domain;

import org.jspecify.annotations.NullMarked;
