package org.tctf.communication.domain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a code is mailed for, one that its reader types where they asked for it. Each is asked for by a fact of its name and
 * {@value #ASKED}, and has its words in six languages.
 */
public enum MailedCode {
    PASSWORD_RESET("password-reset-code"),
    NEW_EMAIL_PROOF(MailedLink.PURPOSE),
    /** In the place of a code of the member's app. */
    TEMP_BACKUP_CODE("temporary-backup-code");

    private static final String ASKED = "_REQUESTED";

    private final String purpose;

    MailedCode(String purpose) {
        this.purpose = purpose;
    }

    /** For which the code comes encrypted. */
    public String purpose() {
        return purpose;
    }

    /** The types of the facts that ask for one. */
    public static List<String> types() {
        return Stream.of(values()).map(code -> code.name() + ASKED).toList();
    }

    /** @param type one of {@link #types} */
    public static MailedCode askedForBy(String type) {
        return valueOf(type.substring(0, type.length() - ASKED.length()));
    }

    /** All purposes, which the service may decrypt for. */
    public static String[] purposes() {
        return Stream.of(values()).map(MailedCode::purpose).distinct().toArray(String[]::new);
    }

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
