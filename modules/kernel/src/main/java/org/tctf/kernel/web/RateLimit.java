package org.tctf.kernel.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A limit of this route, on top of the platform's (1,000/h per address, 5,000/h per member, 10,000/h per admin). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimit {

    /** Requests in one window. */
    int value();

    /** The window, ISO-8601: {@code PT1H}. */
    String per();

    /** Whose requests are counted together. */
    By by() default By.CALLER;

    /** Whose requests are counted together. */
    enum By {
        /** The network address. */
        ADDRESS,
        /** The member, or the address of one who is not signed in. */
        CALLER,
        /**
         * The mailed link that the request comes by ({@link MailedLinks}). Such a request does not count for its address
         * at all, without a token of the caller's: mail providers send their readers' one-click unsubscriptions (RFC 8058),
         * and look at links, from a few addresses for everybody. A link that is not ours counts for the address.
         */
        LINK
    }
}
