package org.tctf.authuser.adapter.web;

import java.time.Instant;

/** @param expiresAt until when the codes are good that were sent */
record ExpiryView(Instant expiresAt) {}
