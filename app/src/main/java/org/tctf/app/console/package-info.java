/**
 * The developer console: what the services are, what happens between them, and what went wrong. On in development, off in
 * production unless asked for, and answering this machine only.
 */
@NullMarked
package org.tctf.app.console;

import org.jspecify.annotations.NullMarked;
