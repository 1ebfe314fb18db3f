/**
 * Feature flags in AWS AppConfig: operators deploy them there, gradually or at once, and an alarm takes them back. Read by
 * AppConfig's data API, one session for a process.
 */
@NullMarked
package org.tctf.appconfig;

import org.jspecify.annotations.NullMarked;
