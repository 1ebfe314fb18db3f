/** What this service does when others publish. */
@NullMarked
package org.tctf.authpassword.adapter.events;

import org.jspecify.annotations.NullMarked;
