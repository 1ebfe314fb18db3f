/** What an installation says of its first administrator. */
@NullMarked
package org.tctf.authadmin.adapter.settings;

import org.jspecify.annotations.NullMarked;
