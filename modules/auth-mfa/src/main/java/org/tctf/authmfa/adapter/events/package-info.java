/** This service's own queue, and others' facts. */
@NullMarked
package org.tctf.authmfa.adapter.events;

import org.jspecify.annotations.NullMarked;
