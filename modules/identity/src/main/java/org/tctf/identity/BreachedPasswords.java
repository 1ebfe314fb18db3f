package org.tctf.identity;

/** Port: passwords that are known from breaches, which attackers try first. */
@FunctionalInterface
public interface BreachedPasswords {

    /** In the case it was typed in, or in lower case. */
    boolean contains(Password password);
}
