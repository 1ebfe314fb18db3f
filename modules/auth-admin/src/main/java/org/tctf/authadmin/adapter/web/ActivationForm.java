package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Size;
import org.tctf.authadmin.domain.Reason;

/**
 * @param active false: the account's life ends for now, and all its sessions
 * @param reason for the audit log
 */
record ActivationForm(
        @Size(min = 1, max = 64) String userId,
        boolean active,
        @Size(min = 1, max = Reason.MAX) String reason) {}
