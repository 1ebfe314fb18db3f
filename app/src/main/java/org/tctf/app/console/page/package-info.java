/** The console's pages: server-made, usable by keyboard and without JavaScript, nothing loaded from elsewhere. */
@NullMarked
package org.tctf.app.console.page;

import org.jspecify.annotations.NullMarked;
