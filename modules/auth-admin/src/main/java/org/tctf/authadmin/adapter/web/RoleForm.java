package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Size;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Reason;

/**
 * @param granted false: it is taken away, and all sessions end
 * @param reason for the audit log
 */
record RoleForm(
        @Size(min = 1, max = 64) String userId,
        GrantableRole role,
        boolean granted,
        @Size(min = 1, max = Reason.MAX) String reason) {}
