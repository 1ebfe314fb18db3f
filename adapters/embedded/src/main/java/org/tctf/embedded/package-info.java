/**
 * Puts the embedded twins together: one data folder, one bus, a table per service on the class path. What is on the class
 * path is the platform; nothing here knows a single service.
 */
@NullMarked
package org.tctf.embedded;

import org.jspecify.annotations.NullMarked;
