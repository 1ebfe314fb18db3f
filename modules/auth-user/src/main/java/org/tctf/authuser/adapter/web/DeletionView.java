package org.tctf.authuser.adapter.web;

import java.time.Instant;

/** @param deletesAt when the account is erased; until then it can be kept after all */
record DeletionView(Instant deletesAt) {}
