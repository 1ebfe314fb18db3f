package org.tctf.communication.domain;

import java.util.Locale;
import java.util.stream.Stream;

/** What a code is mailed for, one that its reader types where they asked for it. Each has its words in six languages. */
public enum MailedCode {
    PASSWORD_RESET("password-reset-code"),
    NEW_EMAIL_PROOF(MailedLink.PURPOSE),
    /** In the place of a code of the member's app. */
    TEMP_BACKUP_CODE("temporary-backup-code");

    private final String purpose;

    MailedCode(String purpose) {
        this.purpose = purpose;
    }

    /** For which the code comes encrypted. */
    public String purpose() {
        return purpose;
    }

    /** All purposes, which the service may decrypt for. */
    public static String[] purposes() {
        return Stream.of(values()).map(MailedCode::purpose).distinct().toArray(String[]::new);
    }

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
