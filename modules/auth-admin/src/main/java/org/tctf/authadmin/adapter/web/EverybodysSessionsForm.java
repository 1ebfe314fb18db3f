package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Size;
import org.tctf.authadmin.domain.Reason;

/** @param reason for the audit log */
record EverybodysSessionsForm(
        @Size(min = 1, max = Reason.MAX) String reason) {}
