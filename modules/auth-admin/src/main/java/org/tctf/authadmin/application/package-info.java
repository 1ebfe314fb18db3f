/** What can be done, one class for each. Accounts, roles and sessions are the identity provider's; acts and the
 * search model are this service's. {@link org.tctf.authadmin.application.CarryOutAct} says why a crash between the two stores
 * does no harm. */
@NullMarked
package org.tctf.authadmin.application;

import org.jspecify.annotations.NullMarked;
