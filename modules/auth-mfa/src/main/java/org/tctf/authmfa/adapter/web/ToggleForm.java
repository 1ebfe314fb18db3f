package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.kernel.Problem;

/**
 * @param enabled false turns the second factor off; true does nothing where it is on, and is refused where it is not: set
 *     it up
 * @param code six digits of the app, or a backup code; only to turn it off
 */
record ToggleForm(
        boolean enabled,

        @Nullable @Pattern(regexp = Limits.TOTP + "|" + Limits.BACKUP_CODE)
        String code) {

    /** @throws Problem {@code CODE_REQUIRED} */
    String requiredCode() {
        if (code == null) {
            throw Problem.invalid("CODE_REQUIRED", "Send a code of your app, or a backup code, to turn it off.")
                    .at("/code");
        }
        return code;
    }

    CodeKind kind() {
        return requiredCode().matches(Limits.TOTP) ? CodeKind.TOTP : CodeKind.BACKUP_CODE;
    }

    @Override
    public String toString() {
        return "ToggleForm[" + enabled + "]";
    }
}
