package org.tctf.authpassword.domain;

/** Somebody who had forgotten it has a new password; PASSWORD_CHANGED says so too. */
public record PasswordReset(String userId) {}
