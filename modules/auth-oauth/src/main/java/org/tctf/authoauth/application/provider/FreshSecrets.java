package org.tctf.authoauth.application.provider;

/** Port: chance. */
@FunctionalInterface
public interface FreshSecrets {

    /** 256 random bits, base64url, 43 characters. */
    String next();
}
