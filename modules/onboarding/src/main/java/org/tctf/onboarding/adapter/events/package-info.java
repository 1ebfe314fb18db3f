/** Reactions to others' facts. */
@NullMarked
package org.tctf.onboarding.adapter.events;

import org.jspecify.annotations.NullMarked;
