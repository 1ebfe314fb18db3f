/** A sign-up on its way from a form to a member, and the facts about sign-ups, sign-ins and sessions. */
@NullMarked
package org.tctf.authcore.domain;

import org.jspecify.annotations.NullMarked;
