package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Size;
import org.tctf.authadmin.domain.Reason;

/** @param reason for the audit log */
record SessionsForm(
        @Size(min = 1, max = 64) String userId,
        @Size(min = 1, max = Reason.MAX) String reason) {}
