package org.tctf.communication.domain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What happened to an account's security and is told to its owner, whatever their preferences. Each is the type of a fact
 * that names the account by {@code userId}; one more takes a line here and its words in six languages.
 */
public enum SecurityEvent {
    PASSWORD_CHANGED,
    NEW_EMAIL_TAKEN,
    ACCOUNT_DELETION_CANCELLED,
    PHONE_VERIFIED,
    PHONE_REMOVED,
    MFA_ENABLED,
    MFA_DISABLED,
    BACKUP_CODES_RESET,
    BACKUP_CODE_USED,
    SECOND_FACTOR_LOCKED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PASSKEY_CLONE_SUSPECTED,
    DATA_EXPORT_REQUESTED,
    DATA_EXPORT_READY,
    CONSENT_GRANTED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED;

    /** The types of the facts. */
    public static List<String> types() {
        return Stream.of(values()).map(Enum::name).toList();
    }

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
