/** Reactions to others' facts. */
@NullMarked
package org.tctf.usermanagement.adapter.events;

import org.jspecify.annotations.NullMarked;
