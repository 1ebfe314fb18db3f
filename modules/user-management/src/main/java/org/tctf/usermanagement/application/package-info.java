/** What can be done with members, one class for each. */
@NullMarked
package org.tctf.usermanagement.application;

import org.jspecify.annotations.NullMarked;
