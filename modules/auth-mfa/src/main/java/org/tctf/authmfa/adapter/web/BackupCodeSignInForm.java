package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param challenge as the first step of the sign-in was answered
 * @param code one of the ten that were shown at setup
 */
record BackupCodeSignInForm(
        @Size(max = Limits.CHALLENGE) String challenge,
        @Pattern(regexp = Limits.BACKUP_CODE) String code) {

    @Override
    public String toString() {
        return "BackupCodeSignInForm[…]";
    }
}
