/**
 * A new member's first steps. Whoever becomes a member gets a personal workspace and the checklist of their plan, which
 * ticks itself off from what the member does in other services, in whatever order the news arrives. Who gets stuck is
 * reminded after 3 and after 7 days, and never again.
 */
@NullMarked
package org.tctf.onboarding;

import org.jspecify.annotations.NullMarked;
