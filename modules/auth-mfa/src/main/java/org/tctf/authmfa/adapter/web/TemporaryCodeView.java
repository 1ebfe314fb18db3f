package org.tctf.authmfa.adapter.web;

import java.time.Instant;

/** @param expiresAt the mailed code is good until then */
record TemporaryCodeView(Instant expiresAt) {}
