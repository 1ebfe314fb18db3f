/** What can be done with a password, a class each. */
@NullMarked
package org.tctf.authpassword.application;

import org.jspecify.annotations.NullMarked;
