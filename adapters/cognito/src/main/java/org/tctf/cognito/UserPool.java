package org.tctf.cognito;

/**
 * The pool that keeps the passwords, and the client by which this platform uses it.
 *
 * <p>The pool lets only administrators make users, asks for no attribute and no second factor, and its password policy
 * asks for nothing but a length of at most {@value #LONGEST_MINIMUM}: how good a password is, is the platform's policy.
 * The client has no secret, allows {@code ALLOW_ADMIN_USER_PASSWORD_AUTH} alone, and prevents user existence errors.
 *
 * @param id such as {@code eu-central-1_a1B2c3D4e}
 */
public record UserPool(String id, String clientId) {
    /** What the pool's policy may ask for at most: the shortest password that the platform takes. */
    public static final int LONGEST_MINIMUM = 12;
}
