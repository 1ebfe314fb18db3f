/** Members, their profiles, who sees what, and the facts that others may rely on. */
@NullMarked
package org.tctf.usermanagement.domain;

import org.jspecify.annotations.NullMarked;
