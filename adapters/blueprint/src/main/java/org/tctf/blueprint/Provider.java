package org.tctf.blueprint;

/** The external systems that a definition may name, and that have a twin on AWS. */
public final class Provider {
    /** Amazon SES. */
    public static final String MAIL = "mail";

    /** AWS End User Messaging; only where the installation has a number to send from. */
    public static final String PHONE = "phone";

    /** Amazon Cognito and the identity provider's own table. */
    public static final String IDENTITY = "identity";

    private Provider() {}
}
