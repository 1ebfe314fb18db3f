package org.tctf.kernel.web;

import java.util.Optional;

/**
 * Port: the links that a service has mailed, each with a token that nobody else can make. A route with {@link
 * RateLimit.By#LINK} asks it before anything is spent on a request.
 */
@FunctionalInterface
public interface MailedLinks {
    /** The query parameter that has the token. */
    String PARAMETER = "token";

    /**
     * What tells the link of this token from every other, however the token is written, and is no way in by itself; nothing
     * for a token that is not ours. Reads nothing: it has to cost next to nothing, whoever makes the tokens up.
     */
    Optional<String> known(String token);
}
