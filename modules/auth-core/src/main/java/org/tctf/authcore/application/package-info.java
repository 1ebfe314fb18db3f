/**
 * What can be done, one class for each. Accounts, passwords and sessions are the identity provider's; sign-ups, reserved
 * names and facts are this service's. Where a use case writes to both, its Javadoc says why a crash between the two
 * writes does no harm.
 */
@NullMarked
package org.tctf.authcore.application;

import org.jspecify.annotations.NullMarked;
