package org.tctf.authoauth.domain.provider;

/** How an application proves that it is the one (OpenID Connect Core §9). */
public enum AuthenticationMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    PRIVATE_KEY_JWT,
    /** It cannot keep a secret: it runs in a browser or on its user's device. */
    NONE;

    public boolean bySecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }
}
