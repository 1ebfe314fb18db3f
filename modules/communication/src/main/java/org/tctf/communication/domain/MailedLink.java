package org.tctf.communication.domain;

import java.util.Locale;

/** What a link is mailed for. Each has its words in six languages. */
public enum MailedLink {
    /** To the address that an account has left: it can be taken back. */
    EMAIL_CHANGED,
    /** The account can be kept after all. */
    ACCOUNT_DELETION_SCHEDULED;

    /** For which links and codes about an account come encrypted. */
    public static final String PURPOSE = "account-proof";

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
