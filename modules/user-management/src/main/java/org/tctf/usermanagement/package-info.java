/**
 * The member record of truth. A confirmed sign-up becomes exactly one member; the member edits a profile in categories
 * and decides, field by field, who sees it; others find members by name, country, plan and handle, and never see more
 * than they may. A deleted account leaves nothing behind but the fact that its id is spent.
 */
@NullMarked
package org.tctf.usermanagement;

import org.jspecify.annotations.NullMarked;
