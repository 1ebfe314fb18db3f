package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Size;

/** The address that the account is to have. */
record EmailForm(@Size(max = 254) String email) {}
