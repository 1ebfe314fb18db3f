/** What this service does when something has happened elsewhere. */
@NullMarked
package org.tctf.authoauth.adapter.events;

import org.jspecify.annotations.NullMarked;
