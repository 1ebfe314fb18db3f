package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Size;
import org.tctf.authadmin.domain.Reason;

/**
 * @param enabled false: no sign-in any more, and all sessions end
 * @param reason for the audit log
 */
record StatusForm(
        @Size(min = 1, max = 64) String userId,
        boolean enabled,
        @Size(min = 1, max = Reason.MAX) String reason) {}
