/** Applications, what they ask for, and what members let them do. */
@NullMarked
package org.tctf.authoauth.domain.provider;

import org.jspecify.annotations.NullMarked;
