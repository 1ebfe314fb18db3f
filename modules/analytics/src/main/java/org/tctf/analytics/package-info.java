/**
 * Numbers about the platform: metrics per day, week and month, funnels, weekly retention, growth. It sees every fact
 * once, counts it for the day it happened on whatever order facts arrive in, keeps no personal data (people are keyed
 * hashes, payloads are left out), and can count everything again from its own archive while it serves.
 */
@NullMarked
package org.tctf.analytics;

import org.jspecify.annotations.NullMarked;
